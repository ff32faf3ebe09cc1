package org.mentoringcommons.curriculum.workshop;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.function.Consumer;

/** From what clocks show to a moment. Where clocks are changed, an hour a year is shown never, and one twice. */
final class WallClock {

    private WallClock() {}

    /**
     * @param wrong told why there is no such moment, or which two there are
     * @return null if it was told
     */
    static Instant moment(LocalDateTime shown, ZoneId zone, Consumer<String> wrong) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown);
        if (offsets.size() == 1) {
            return shown.toInstant(offsets.get(0));
        }
        ZoneOffsetTransition change = zone.getRules().getTransition(shown);
        String clocks = "clocks go from " + change.getDateTimeBefore().toLocalTime() + " to "
                + change.getDateTimeAfter().toLocalTime();
        wrong.accept(
                change.isGap()
                        ? "is never shown in " + zone + ": that day " + clocks
                        : "is shown twice in " + zone + ", as " + clocks + ": give startsAt, "
                                + shown.toInstant(change.getOffsetBefore()) + " or "
                                + shown.toInstant(change.getOffsetAfter()));
        return null;
    }

    /** Whether clocks are changed while this lasts. */
    static boolean changesDuring(Instant start, Duration lasting, ZoneId zone) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(start);
        return next != null && next.getInstant().isBefore(start.plus(lasting));
    }
}
