package org.mentoringcommons.deploy.local.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.mentoringcommons.deploy.local.LaunchFailure;

/** Asks again until facts that travel over Kafka have arrived. */
public final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Patience() {}

    /** @throws LaunchFailure naming what is missing after a minute and a half */
    public static <T> T until(String what, Supplier<Optional<T>> question) {
        Instant end = Instant.now().plus(LIMIT);
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (Instant.now().isAfter(end)) {
                throw new LaunchFailure("Waited " + LIMIT.toSeconds() + " s in vain for " + what + ".");
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", stopped);
        }
    }
}
