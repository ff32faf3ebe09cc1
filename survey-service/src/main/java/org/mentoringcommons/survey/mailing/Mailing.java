package org.mentoringcommons.survey.mailing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When the people of a protocol's waves are written to: as a wave opens, and so many days later while they have done
 * nothing; never in the quiet hours of the institution's clocks.
 *
 * @param reminderDays after opening, rising
 * @param quietFrom the first quiet moment of an evening
 * @param quietTo the first moment of a morning that is not; the same as quietFrom: never quiet
 */
public record Mailing(
        @NotNull @Size(max = 5) @Schema(examples = "[7, 21]") List<@NotNull @Min(1) @Max(365) Integer> reminderDays,
        @NotNull @Schema(implementation = String.class, examples = "20:00") LocalTime quietFrom,
        @NotNull @Schema(implementation = String.class, examples = "08:00") LocalTime quietTo) {

    /** How many times anybody is written to at most. */
    int rounds() {
        return reminderDays.size() + 1;
    }

    /** When this round begins: the invitation is round 0. */
    Instant due(int round, Instant opensAt, ZoneId zone) {
        return afterQuiet(round == 0 ? opensAt : opensAt.plus(Duration.ofDays(reminderDays.get(round - 1))), zone);
    }

    /** This moment, or the first one after it that is not quiet. */
    Instant afterQuiet(Instant moment, ZoneId zone) {
        ZonedDateTime here = moment.atZone(zone);
        LocalTime time = here.toLocalTime();
        boolean overNight = quietTo.isBefore(quietFrom);
        boolean late = !time.isBefore(quietFrom);
        boolean early = time.isBefore(quietTo);
        boolean quiet = overNight ? late || early : late && early;
        if (!quiet) {
            return moment;
        }
        return here.toLocalDate()
                .plusDays(overNight && late ? 1 : 0)
                .atTime(quietTo)
                .atZone(zone)
                .toInstant();
    }

    boolean rises() {
        for (int index = 1; index < reminderDays.size(); index++) {
            if (reminderDays.get(index) <= reminderDays.get(index - 1)) {
                return false;
            }
        }
        return true;
    }
}
