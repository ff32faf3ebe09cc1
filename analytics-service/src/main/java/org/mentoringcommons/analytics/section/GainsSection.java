package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.mentoringcommons.analytics.statistics.Multiplicity;
import org.mentoringcommons.analytics.study.Procedure;

/**
 * Gains on every declared scale. Holm's correction covers the declared family together; a scale without a p takes no
 * part.
 *
 * @param scales the declared keys
 * @param samples those whose answers can be pooled, by key
 * @param gap why others' cannot be
 * @param family keys of the scales that answer one question
 * @param tests as declared; the first for paired scores is the primary one, which Holm's correction is about
 * @param validation what was said of the validity of the instruments
 */
record GainsSection(
        List<String> scales,
        Map<String, Sample> samples,
        Function<String, Optional<String>> gap,
        Set<String> family,
        List<String> tests,
        List<String> validation) {

    private static final String ABSENT = "the study's instruments have no such scale";
    private static final String OUTSIDE = "the scale is not in the declared family, or has no p";

    Section build() {
        Map<String, GainsRow> rows = new LinkedHashMap<>();
        scales.stream().distinct().filter(samples::containsKey).toList().parallelStream()
                .map(key -> new GainsRow(samples.get(key)))
                .toList()
                .forEach(row -> rows.put(row.key(), row));
        Map<String, Double> holm = holm(rows, primary());
        Map<String, Double> plain = holm(rows, Procedure.SIGNED_RANK);
        return new Section(
                "gains",
                "Gains",
                notes(),
                scales.stream()
                        .map(key -> rows.containsKey(key) ? row(rows.get(key), holm, plain) : absent(key))
                        .toList());
    }

    private Row absent(String key) {
        String why = gap.apply(key).orElse(ABSENT);
        return new Row(key, Measure.undefined("gain", 0, why), Measure.undefined("p_clustered", 0, why));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(declared(), Caveat.CLUSTERS, Caveat.THEN_NOW));
        notes.addAll(validation);
        if (samples.values().stream()
                .anyMatch(sample -> !sample.scale().reverse().isEmpty())) {
            notes.add(Caveat.REVERSE);
        }
        return notes;
    }

    private static Row row(GainsRow row, Map<String, Double> holm, Map<String, Double> plain) {
        List<Measure> measures = new ArrayList<>(row.measures());
        measures.add(adjusted("p_holm", row, holm, GainsSection::power));
        measures.add(adjusted("log10_p_holm", row, holm, log -> log));
        measures.add(adjusted("p_holm_plain", row, plain, GainsSection::power));
        return new Row(row.key(), measures);
    }

    private static Measure adjusted(String name, GainsRow row, Map<String, Double> adjusted, DoubleUnaryOperator form) {
        OptionalDouble value = adjusted.containsKey(row.key())
                ? OptionalDouble.of(form.applyAsDouble(adjusted.get(row.key())))
                : OptionalDouble.empty();
        return Measure.number(name, value, row.n(), Multiplicity.HOLM.method(), OUTSIDE);
    }

    private Procedure primary() {
        return tests.stream()
                .flatMap(test -> Procedure.of(test).stream())
                .filter(test -> !test.isOfGroups())
                .findFirst()
                .orElse(Procedure.CLUSTERED_SIGNED_RANK);
    }

    private String declared() {
        return "Declared as primary: " + Label.of(primary().word()).toLowerCase(java.util.Locale.ROOT)
                + "; Holm's correction is of its p over the declared family of " + family.size()
                + (family.size() == 1 ? " scale." : " scales.");
    }

    private static double power(double log10) {
        return Math.pow(10, log10);
    }

    /** In logarithms, because a p of ten million people underflows. */
    private Map<String, Double> holm(Map<String, GainsRow> rows, Procedure test) {
        List<GainsRow> asked = rows.values().stream()
                .filter(row -> family.contains(row.key()) && row.log10P(test).isPresent())
                .toList();
        double[] adjusted = Multiplicity.holmLog10(asked.stream()
                .mapToDouble(row -> Math.min(0, row.log10P(test).getAsDouble()))
                .toArray());
        Map<String, Double> byKey = new LinkedHashMap<>();
        Arrays.stream(adjusted)
                .forEach(value -> byKey.put(asked.get(byKey.size()).key(), value));
        return byKey;
    }
}
