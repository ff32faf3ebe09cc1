package org.mentoringcommons.analytics.cohort;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.List;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/**
 * The rule, declared before results are seen, by which a study includes delivered workshops.
 *
 * @param curricula keys of the curricula looked at; a workshop of another is not even counted
 * @param minimumMinutes a workshop of exactly so many minutes is included
 * @param audiences words among {@code mentee}, {@code mentor}, {@code combined}
 * @param instruments only answers by these are read
 * @param from first day, or null; a workshop counts on the day its last session ended where it was held
 * @param to last day, or null
 */
public record Inclusion(
        @NotEmpty List<@NotBlank String> curricula,
        @PositiveOrZero int minimumMinutes,
        @NotEmpty List<@NotBlank String> audiences,
        @NotEmpty List<@Valid @NotNull InstrumentReference> instruments,
        LocalDate from,
        LocalDate to) {

    /** {@return whether a workshop of these curricula is in, or the first reason why not} */
    public Verdict judge(DeliveredWorkshop workshop) {
        if (workshop.minutes() < minimumMinutes) {
            return new Verdict.Excluded(Reason.SHORT);
        }
        if (!audiences.contains(workshop.audience())) {
            return new Verdict.Excluded(Reason.AUDIENCE);
        }
        if (from != null && workshop.day().isBefore(from)
                || to != null && workshop.day().isAfter(to)) {
            return new Verdict.Excluded(Reason.DATE);
        }
        if (workshop.instruments().isEmpty()) {
            return new Verdict.Excluded(Reason.INSTRUMENT);
        }
        return new Verdict.Included();
    }
}
