package org.mentoringcommons.survey.wave;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When answers are taken: from {@code opensAt} until just before {@code closesAt}.
 *
 * @param opensAt the first moment
 * @param closesAt the first moment that is too late
 */
public record Window(Instant opensAt, Instant closesAt) {

    /** What a window is at a moment. */
    @Schema(name = "WaveState")
    public enum State {
        @JsonProperty("scheduled")
        SCHEDULED,
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closed")
        CLOSED
    }

    /**
     * The month after a workshop: it ends at 24:00 of the same day one calendar month later, or of that month's last day
     * if it is shorter, by the clocks of the institution. That midnight is the first moment of the next day, whatever
     * the clocks do.
     *
     * @param overSince when the workshop was over
     * @param zone the institution's time zone as of now; later changes leave the window as it is
     */
    public static Window monthAfter(Instant overSince, ZoneId zone) {
        LocalDate lastDay = overSince.atZone(zone).toLocalDate().plusMonths(1);
        return new Window(overSince, lastDay.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The month that begins with the day so many calendar months after a workshop, by the institution's clocks. */
    public static Window monthLater(Instant overSince, int months, ZoneId zone) {
        Instant opening = overSince
                .atZone(zone)
                .toLocalDate()
                .plusMonths(months)
                .atStartOfDay(zone)
                .toInstant();
        return monthAfter(opening, zone);
    }

    public State at(Instant moment) {
        if (moment.isBefore(opensAt)) {
            return State.SCHEDULED;
        }
        return moment.isBefore(closesAt) ? State.OPEN : State.CLOSED;
    }
}
