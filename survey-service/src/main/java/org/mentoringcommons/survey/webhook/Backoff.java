package org.mentoringcommons.survey.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How long to wait before a message is sent again: twelve attempts within about a day. */
final class Backoff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(4),
            Duration.ofHours(6),
            Duration.ofHours(6));

    private static final int SPREAD_PERCENT = 6;

    private Backoff() {}

    /**
     * The pause after so many failed attempts, up to five percent longer by the message's id so that what failed at once is
     * not repeated at once; empty when it is given up.
     */
    static Optional<Duration> after(int failed, UUID message) {
        if (failed > PAUSES.size()) {
            return Optional.empty();
        }
        Duration pause = PAUSES.get(failed - 1);
        long percent = Math.floorMod(message.hashCode(), SPREAD_PERCENT);
        return Optional.of(pause.plus(pause.multipliedBy(percent).dividedBy(100)));
    }
}
