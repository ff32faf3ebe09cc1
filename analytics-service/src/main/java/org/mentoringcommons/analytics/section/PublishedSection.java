package org.mentoringcommons.analytics.section;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.statistics.Outcome;
import org.mentoringcommons.analytics.statistics.PairedMoments;

/** Gains other evaluations printed, beside ours: to look at, not to rank. */
record PublishedSection(List<Sample> samples) {

    private record Printed(String evaluation, Map<String, Double> gains) {}

    /** Printed in the two publications; how many people each is about is not printed there. */
    private static final List<Printed> EVALUATIONS = List.of(
            new Printed("Mentoring Up", Map.of("communication", 0.75, "expectations", 1.06, "professional", 0.61)),
            new Printed(
                    "Entering Mentoring", Map.of("communication", 0.53, "expectations", 0.45, "professional", 0.37)));

    private static final int POINTS = 7;
    private static final String REFUSED =
            "refused: other people, another dose and no adjustment for either; 'higher than'"
                    + " would say something the data do not";

    Section build() {
        return new Section(
                "published_gains",
                "Published gains",
                List.of(
                        "Descriptive only. The published values are about other people, who had other workshops; no test and"
                                + " no ranking is given. How many people a published value is about is not printed."),
                samples.stream().flatMap(PublishedSection::rows).toList());
    }

    private static Stream<Row> rows(Sample sample) {
        return EVALUATIONS.stream()
                .filter(printed -> sample.points() == POINTS && printed.gains().containsKey(name(sample)))
                .map(printed -> row(sample, printed));
    }

    private static String name(Sample sample) {
        return sample.key().replaceFirst("_development$", "");
    }

    private static Row row(Sample sample, Printed printed) {
        PairedMoments moments = PairedMoments.of(sample.pairs());
        long n = moments.n();
        return new Row(
                sample.key() + " / " + printed.evaluation(),
                Measure.number("gain", moments.gain().mean(), n, moments.method(), Outcome.NO_DATA),
                Measure.plain("published_gain", printed.gains().get(name(sample)), 0),
                Measure.refused("higher_than_published", n, REFUSED));
    }
}
