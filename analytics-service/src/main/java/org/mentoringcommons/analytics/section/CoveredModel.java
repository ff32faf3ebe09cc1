package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.statistics.MixedModel;
import org.mentoringcommons.analytics.statistics.Multiplicity;

/**
 * What workshops that covered something gained on one scale, against workshops that did not, hours held equal; unknown
 * coverage is a category of its own, and the same without these workshops stands beside it.
 *
 * @param within which workshops are looked at
 * @param covers whether one of known coverage covered it
 */
record CoveredModel(
        Sample sample, Coverage coverage, Predicate<DeliveredWorkshop> within, Predicate<DeliveredWorkshop> covers) {

    private static final String NO_P = "there is no p to adjust";

    CoveredModel(Sample sample, Coverage all, Predicate<DeliveredWorkshop> covers) {
        this(sample, all, workshop -> true, covers);
    }

    List<Measure> measures() {
        Coverage looked = coverage.where(within);
        long workshops = looked.workshops();
        long covering = looked.covering(covers);
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.count("workshops_covered", covering, workshops));
        measures.add(Measure.count("workshops_not_covered", looked.known() - covering, workshops));
        measures.add(Measure.count("workshops_coverage_unknown", looked.unknown(), workshops));
        WorkshopModel gain = new WorkshopModel(sample).where(within);
        WorkshopModel.Predictor covered = workshop -> covers.test(workshop) ? 1 : 0;
        WorkshopModel.Predictor unknown = workshop -> workshop.modules().isEmpty() ? 1 : 0;
        MixedModel.Result fit = looked.unknown() == 0
                ? gain.with(DeliveredWorkshop::minutes, covered).fit()
                : gain.with(DeliveredWorkshop::minutes, covered, unknown).fit();
        measures.addAll(gain.effect("covered", "", fit, 2, 1));
        MixedModel.Result known = gain.where(
                        within.and(workshop -> workshop.modules().isPresent()))
                .with(DeliveredWorkshop::minutes, covered)
                .fit();
        measures.addAll(gain.effect("covered", "_known_only", known, 2, 1));
        return measures;
    }

    /** Rows with the p of each also adjusted over all of them, by Benjamini and Hochberg. */
    static List<Row> adjusted(Map<String, List<Measure>> rows) {
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
