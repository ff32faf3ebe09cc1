package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mentoringcommons.analytics.statistics.Counts;
import org.mentoringcommons.analytics.statistics.IntraclassCorrelation;
import org.mentoringcommons.analytics.statistics.MeanInterval;
import org.mentoringcommons.analytics.statistics.Outcome;
import org.mentoringcommons.analytics.statistics.Quantiles;

/**
 * Scales that are rated once: there is no gain, but where people stand.
 *
 * @param scales the declared keys
 * @param samples those whose answers can be pooled
 * @param gap why another cannot be
 * @param validation what was said of the validity of the instruments
 */
record ScoresSection(
        List<String> scales,
        List<RatedSample> samples,
        Function<String, Optional<String>> gap,
        List<String> validation) {

    Section build() {
        Map<String, RatedSample> byKey = new LinkedHashMap<>();
        samples.forEach(sample -> byKey.put(sample.scale().key(), sample));
        List<String> notes = new ArrayList<>(List.of(
                "Rated once, after the workshop: no gain can be told from it. Scores are means of the items, in points."
                        + " The interval of the mean treats everybody as independent; the mean beside it allows for"
                        + " people of a workshop being alike."));
        notes.addAll(validation);
        if (samples.stream().anyMatch(sample -> !sample.scale().reverse().isEmpty())) {
            notes.add(Caveat.REVERSE);
        }
        return new Section(
                "scores",
                "Scores",
                notes,
                scales.stream()
                        .distinct()
                        .map(key -> byKey.containsKey(key) ? row(byKey.get(key)) : absent(key))
                        .toList());
    }

    private Row absent(String key) {
        String why = gap.apply(key).orElse("the study's instruments have no such scale");
        return new Row(key, Measure.undefined("mean", 0, why), Measure.undefined("mean_mixed", 0, why));
    }

    private static Row row(RatedSample sample) {
        Clustered scores = sample.scores();
        Counts counts = scores.differences().all();
        int units = sample.scale().unitsPerPoint();
        MeanInterval.Result mean = MeanInterval.of(counts, units);
        Quantiles quantiles = Quantiles.of(counts, units);
        IntraclassCorrelation.Result alike = IntraclassCorrelation.of(scores.differences());
        long n = counts.n();
        Outcome few = n == 0 ? Outcome.NO_DATA : Outcome.TOO_FEW;
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.count("n", n, n));
        measures.add(Measure.count("missing", sample.people() - n, sample.people()));
        measures.add(Measure.number("mean", mean.moments().mean(), n, mean.method(), few)
                .within(mean.interval()));
        measures.add(Measure.number("sd", mean.moments().sd(), n, mean.moments().method(), few));
        quartile(measures, "lower_quartile", quantiles, 0.25, n);
        quartile(measures, "median", quantiles, 0.5, n);
        quartile(measures, "upper_quartile", quantiles, 0.75, n);
        measures.add(new WorkshopModel(Alikeness.of(scores, sample.places()), units).mean("mean_mixed"));
        measures.add(Measure.count("clusters", scores.differences().clusters(), n));
        measures.add(Measure.number("icc", alike.icc(), n, alike.method(), alike.outcome()));
        measures.add(Measure.number("design_effect", alike.designEffect(), n, alike.method(), alike.outcome()));
        ReliabilitySection.add(measures, "", sample.items());
        return new Row(sample.scale().key(), measures);
    }

    private static void quartile(List<Measure> to, String name, Quantiles quantiles, double share, long n) {
        to.add(Measure.number(
                name,
                quantiles.at(share, Quantiles.Type.TYPE_7),
                n,
                Quantiles.method(Quantiles.Type.TYPE_7),
                Outcome.NO_DATA));
    }
}
