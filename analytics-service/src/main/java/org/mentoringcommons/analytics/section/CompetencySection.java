package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.crosswalk.CrosswalkReference;
import org.mentoringcommons.analytics.crosswalk.ModuleCrosswalk;

/**
 * Each competency's dose against its outcome: whether workshops that covered a module which trains what a scale measures
 * gained more on that scale. What trains and measures what is the declared crosswalk's to say; where it leads nowhere, that
 * is said instead of a number.
 *
 * @param declared which crosswalk
 * @param crosswalk empty while it has not arrived
 * @param curricula the study's
 */
record CompetencySection(
        CrosswalkReference declared,
        Optional<ModuleCrosswalk> crosswalk,
        List<Sample> samples,
        StudyInstruments instruments,
        List<String> curricula) {

    private static final String NOT_HERE = "the declared crosswalk has not arrived";
    private static final String NOT_NAMED = "a gap: the crosswalk does not say what this scale measures";
    private static final String NO_COMPETENCY = "a gap: by the crosswalk the scale measures none of its competencies";
    private static final String NO_MODULE = "a gap: no module of the study's curricula trains what the scale measures";

    Section build() {
        Map<String, List<Measure>> rows = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>(List.of(
                "Model: gain ~ hours + covered + coverage unknown, where covered means that the workshop covered at least one"
                        + " module that trains what the scale measures, by the crosswalk " + declared.key()
                        + ", number "
                        + declared.number()
                        + ". Workshops of a version that it does not speak of are left out and counted."
                        + " Nobody was assigned to modules: a difference is no effect. Adjusted by Benjamini and Hochberg"
                        + " over all rows.",
                Coverage.COUNTED));
        Set<String> used = new TreeSet<>();
        for (Sample sample : samples) {
            Optional<String> gap = gap(sample);
            rows.put(sample.key(), gap.isPresent() ? nothing(sample, gap.get()) : measures(sample));
            if (gap.isEmpty()) {
                Set<String> own = named(sample);
                used.addAll(own);
                notes.add(Label.of(sample.key()) + ": " + String.join(", ", own) + ".");
            }
        }
        crosswalk.map(this::taught).ifPresent(taught -> {
            taught.removeAll(used);
            if (!taught.isEmpty()) {
                notes.add("Modules that lead to no scale of this report: " + String.join(", ", taught) + ".");
            }
        });
        return new Section("dose_competencies", "Competencies, dose and outcome", notes, CoveredModel.adjusted(rows));
    }

    private Optional<String> gap(Sample sample) {
        if (crosswalk.isEmpty()) {
            return Optional.of(NOT_HERE);
        }
        if (!crosswalk.get().names(measuring(sample), sample.key())) {
            return Optional.of(NOT_NAMED);
        }
        if (competencies(sample).isEmpty()) {
            return Optional.of(NO_COMPETENCY);
        }
        return named(sample).isEmpty() ? Optional.of(NO_MODULE) : Optional.empty();
    }

    private static List<Measure> nothing(Sample sample, String why) {
        long n = sample.pairs().n();
        return new ArrayList<>(List.of(
                Measure.undefined("workshops_outside_crosswalk", n, why),
                Measure.undefined("covered", n, why),
                Measure.undefined("p_covered", n, why)));
    }

    private List<Measure> measures(Sample sample) {
        ModuleCrosswalk says = crosswalk.orElseThrow();
        Set<String> competencies = competencies(sample);
        Coverage coverage = Coverage.of(sample);
        Predicate<DeliveredWorkshop> within = workshop -> says.speaksOf(workshop.curriculum(), workshop.version());
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.count(
                "workshops_outside_crosswalk", coverage.where(within.negate()).workshops(), coverage.workshops()));
        Map<String, Set<String>> modules = curricula.stream()
                .distinct()
                .collect(Collectors.toMap(
                        curriculum -> curriculum, curriculum -> says.modules(curriculum, competencies)));
        measures.addAll(new CoveredModel(
                        sample,
                        coverage,
                        within,
                        workshop -> modules.getOrDefault(workshop.curriculum(), Set.of()).stream()
                                .anyMatch(module -> Coverage.covers(workshop, module)))
                .measures());
        return measures;
    }

    private Set<String> competencies(Sample sample) {
        return crosswalk.orElseThrow().competencies(measuring(sample), sample.key());
    }

    /** Keys of the instruments that have the scale. */
    private Set<String> measuring(Sample sample) {
        return instruments.structures().entrySet().stream()
                .filter(instrument -> instrument.getValue().scale(sample.key()).isPresent())
                .map(instrument -> instrument.getKey().key())
                .collect(Collectors.toSet());
    }

    /** The modules that train what a scale measures, each with its curriculum. */
    private Set<String> named(Sample sample) {
        Set<String> competencies = competencies(sample);
        Set<String> modules = new TreeSet<>();
        curricula.forEach(curriculum -> crosswalk
                .orElseThrow()
                .modules(curriculum, competencies)
                .forEach(module -> modules.add(module + " (" + curriculum + ")")));
        return modules;
    }

    private Set<String> taught(ModuleCrosswalk says) {
        return says.modules().stream()
                .filter(trains -> curricula.contains(trains.curriculum()))
                .map(trains -> trains.module() + " (" + trains.curriculum() + ")")
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
