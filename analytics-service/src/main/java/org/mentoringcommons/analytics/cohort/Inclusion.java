package org.mentoringcommons.analytics.cohort;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/**
 * The rule, declared before results are seen, by which a study includes delivered workshops.
 *
 * @param curricula keys of the curricula looked at; a workshop of another is not even counted
 * @param minimumMinutes a workshop of exactly so many minutes is included
 * @param maximumMinutes a workshop of exactly so many minutes is included; null: however long
 * @param audiences words among {@code mentee}, {@code mentor}, {@code combined}
 * @param modes words among {@code in_person}, {@code online}, {@code hybrid}; none: however it was held
 * @param instruments only answers by these are read
 * @param modules all of these were covered, whole, and known to be; none: whatever was covered. One delivered in part was
 *     not covered, and an institution's own is no module of a curriculum
 * @param minimalWorkshopSize least number of people present; null: however few
 * @param from first day, or null; a workshop counts on the day its last session ended where it was held
 * @param to last day, or null
 */
public record Inclusion(
        @NotEmpty List<@NotBlank String> curricula,
        @PositiveOrZero int minimumMinutes,
        @Positive Integer maximumMinutes,
        @NotEmpty List<@NotBlank String> audiences,
        List<@NotBlank String> modes,
        @NotEmpty List<@Valid @NotNull InstrumentReference> instruments,
        List<@NotBlank String> modules,
        @PositiveOrZero Integer minimalWorkshopSize,
        LocalDate from,
        LocalDate to) {

    private static final Verdict INCLUDED = new Verdict.Included();

    /** Conditions left out hold for every workshop. */
    public Inclusion {
        modes = modes == null ? List.of() : modes;
        modules = modules == null ? List.of() : modules;
    }

    /** {@return whether a workshop of these curricula is in, or the first reason why not} */
    public Verdict judge(DeliveredWorkshop workshop) {
        for (Reason reason : Reason.values()) {
            if (leavesOut(reason, workshop)) {
                return reason.verdict();
            }
        }
        return INCLUDED;
    }

    /** {@return whether no workshop can be in both, whatever workshops there are} */
    public boolean isApartFrom(Inclusion other) {
        return Collections.disjoint(curricula, other.curricula)
                || Collections.disjoint(audiences, other.audiences)
                || !modes.isEmpty() && !other.modes.isEmpty() && Collections.disjoint(modes, other.modes)
                || isBefore(other)
                || other.isBefore(this)
                || isShorter(other)
                || other.isShorter(this);
    }

    private boolean isBefore(Inclusion other) {
        return to != null && other.from != null && to.isBefore(other.from);
    }

    private boolean isShorter(Inclusion other) {
        return maximumMinutes != null && maximumMinutes < other.minimumMinutes;
    }

    private boolean leavesOut(Reason reason, DeliveredWorkshop workshop) {
        return switch (reason) {
            case SHORT -> workshop.minutes() < minimumMinutes;
            case LONG -> maximumMinutes != null && workshop.minutes() > maximumMinutes;
            case AUDIENCE -> !audiences.contains(workshop.audience());
            case MODE -> !modes.isEmpty() && !modes.contains(workshop.mode());
            case DATE ->
                from != null && workshop.day().isBefore(from)
                        || to != null && workshop.day().isAfter(to);
            case COVERAGE -> !modules.isEmpty() && workshop.modules().isEmpty();
            case MODULE ->
                !modules.isEmpty() && !workshop.modules().orElseGet(Set::of).containsAll(modules);
            case SIZE -> minimalWorkshopSize != null && workshop.attended() < minimalWorkshopSize;
            case INSTRUMENT -> workshop.instruments().isEmpty();
        };
    }
}
