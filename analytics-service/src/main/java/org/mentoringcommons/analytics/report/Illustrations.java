package org.mentoringcommons.analytics.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.figure.Boxplots;
import org.mentoringcommons.analytics.figure.DivergingBars;
import org.mentoringcommons.analytics.figure.Figure;
import org.mentoringcommons.analytics.figure.Histogram;
import org.mentoringcommons.analytics.section.Findings;
import org.mentoringcommons.analytics.section.Label;
import org.mentoringcommons.analytics.section.Sample;
import org.mentoringcommons.analytics.statistics.Counts;
import org.mentoringcommons.analytics.statistics.PairedMoments;
import org.mentoringcommons.analytics.statistics.Quantiles;

/** The figures of a report, drawn from what its tables are computed from. */
record Illustrations(Cohort cohort, Findings findings, Map<String, String> aliases) {

    private static final double MINUTES = 60;
    private static final int MOST_MARKS = 100;

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        WorkshopIllustrations workshops = new WorkshopIllustrations(cohort.analysed(), aliases);
        figures.add(new Histogram(
                "workshop-size",
                "Size of the workshops",
                "People present at each of " + workshops.count() + ".",
                "People present",
                "Workshops",
                Histogram.bins(values(DeliveredWorkshop::attended), 1)));
        figures.add(new Histogram(
                "workshop-hours",
                "Length of the workshops",
                "Hours of all sessions together, of " + workshops.count() + ".",
                "Hours",
                "Workshops",
                Histogram.bins(values(workshop -> workshop.minutes() / MINUTES), 0.5)));
        figures.add(workshops.modules());
        figures.add(workshops.people());
        if (!findings.samples().isEmpty()) {
            figures.add(scores());
            figures.add(ratings());
        }
        findings.sites().forEach(sites -> figures.add(Forest.of(sites)));
        return List.copyOf(figures);
    }

    private SortedMap<Double, Long> values(ToDoubleFunction<DeliveredWorkshop> value) {
        Map<Double, Long> counted = new HashMap<>();
        cohort.analysed().forEach(workshop -> counted.merge(value.applyAsDouble(workshop), 1L, Long::sum));
        return new TreeMap<>(counted);
    }

    private Boxplots scores() {
        return new Boxplots(
                "scores",
                "Scores before and now",
                "One pair of boxes a scale: before above, now below. Boxes span the quartiles (type 7), the thick line is the"
                        + " median, whiskers end at the outermost score within 1.5 interquartile ranges, circles are scores"
                        + " beyond. Only people who have a score on the scale.",
                findings.samples().stream().mapToInt(Sample::points).max().orElse(2),
                findings.samples().stream().map(Illustrations::pair).toList());
    }

    private static Boxplots.Pair pair(Sample sample) {
        PairedMoments moments = PairedMoments.of(sample.pairs());
        return new Boxplots.Pair(
                Label.of(sample.key()),
                moments.n(),
                moments.gain().mean().orElse(0),
                box(sample.pairs().before(), sample, moments.before().mean().orElse(0)),
                box(sample.pairs().now(), sample, moments.now().mean().orElse(0)));
    }

    private static Boxplots.Box box(Counts sums, Sample sample, double mean) {
        if (sums.isEmpty()) {
            return Boxplots.Box.NONE;
        }
        Quantiles quantiles = Quantiles.of(sums, sample.unitsPerPoint());
        Quantiles.FiveNumbers five = quantiles.quartiles().orElseThrow();
        Quantiles.Whiskers whiskers = quantiles.whiskers().orElseThrow();
        List<Double> outside = new ArrayList<>();
        for (int i = 0; i < sums.distinct() && outside.size() < MOST_MARKS; i++) {
            double score = (double) sums.value(i) / sample.unitsPerPoint();
            if (score < whiskers.lower() || score > whiskers.upper()) {
                outside.add(score);
            }
        }
        return new Boxplots.Box(
                whiskers.lower(), five.lower(), five.median(), five.upper(), whiskers.upper(), mean, outside);
    }

    private DivergingBars ratings() {
        List<DivergingBars.Bar> bars = new ArrayList<>();
        for (Sample sample : findings.samples()) {
            Findings.Ratings ratings = findings.ratings(sample);
            String label = Label.of(sample.key());
            bars.add(new DivergingBars.Bar(label, "before", DivergingBars.counts(ratings.before())));
            bars.add(new DivergingBars.Bar(label, "now", DivergingBars.counts(ratings.now())));
        }
        return new DivergingBars(
                "ratings",
                "Ratings of the items before and now",
                "All ratings of the items of a scale. Bars part at the middle of the rating scale: what lies to the right is"
                        + " above it. Numbers inside are percent of the ratings.",
                "lowest",
                "highest",
                bars);
    }
}
