package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.statistics.MixedModel;
import org.mentoringcommons.analytics.statistics.Multiplicity;

/** Each module against the gain on each scale, hours held equal; unknown coverage again a category of its own. */
record ModulesSection(List<Sample> samples) {

    private static final int MOST_MODULES = 40;
    private static final String NO_P = "there is no p to adjust";

    Section build() {
        Map<String, List<Measure>> rows = new LinkedHashMap<>();
        for (Sample sample : samples) {
            Coverage coverage = Coverage.of(sample);
            coverage.modules().stream()
                    .limit(MOST_MODULES)
                    .forEach(module -> rows.put(sample.key() + " / " + module, row(sample, coverage, module)));
        }
        return new Section(
                "dose_modules",
                "Modules and outcome",
                List.of(
                        "Model: gain ~ hours + module covered + coverage unknown. The figure is the difference between"
                                + " workshops that covered the module and workshops that did not, in scale points.",
                        "Adjusted by Benjamini and Hochberg over all rows. A module that every workshop of known coverage"
                                + " covered, or none, cannot be looked at."),
                withAdjusted(rows));
    }

    private static List<Measure> row(Sample sample, Coverage coverage, String module) {
        WorkshopModel gain = new WorkshopModel(sample);
        WorkshopModel.Predictor covered = workshop -> Coverage.covers(workshop, module) ? 1 : 0;
        WorkshopModel.Predictor unknown = workshop -> workshop.modules().isEmpty() ? 1 : 0;
        long workshops = coverage.workshops();
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.count("workshops_covered", coverage.covering(module), workshops));
        measures.add(Measure.count("workshops_not_covered", coverage.known() - coverage.covering(module), workshops));
        measures.add(Measure.count("workshops_coverage_unknown", coverage.unknown(), workshops));
        MixedModel.Result fit = coverage.unknown() == 0
                ? gain.with(DeliveredWorkshop::minutes, covered).fit()
                : gain.with(DeliveredWorkshop::minutes, covered, unknown).fit();
        measures.addAll(gain.effect("covered", "", fit, 2, 1));
        MixedModel.Result known = gain.where(workshop -> workshop.modules().isPresent())
                .with(DeliveredWorkshop::minutes, covered)
                .fit();
        measures.addAll(gain.effect("covered", "_known_only", known, 2, 1));
        return measures;
    }

    private static List<Row> withAdjusted(Map<String, List<Measure>> rows) {
        List<Row> finished = new ArrayList<>();
        double[] p = rows.values().stream()
                .flatMap(measures -> p(measures).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] adjusted = Multiplicity.BENJAMINI_HOCHBERG.adjust(p);
        int[] next = {0};
        rows.forEach((name, measures) -> {
            OptionalDouble own = p(measures).isEmpty()
                    ? OptionalDouble.empty()
                    : Arrays.stream(adjusted, next[0], ++next[0]).findFirst();
            long n = measures.get(measures.size() - 1).n();
            measures.add(Measure.number("p_covered_adjusted", own, n, Multiplicity.BENJAMINI_HOCHBERG.method(), NO_P));
            finished.add(new Row(name, measures));
        });
        return finished;
    }

    private static List<Double> p(List<Measure> measures) {
        return measures.stream()
                .filter(measure -> measure.measure().equals("p_covered") && measure.value() != null)
                .map(measure -> measure.value().doubleValue())
                .toList();
    }
}
