package org.mentoringcommons.analytics.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.mentoringcommons.analytics.disclosure.PBand;
import org.mentoringcommons.analytics.disclosure.Scores;
import org.mentoringcommons.analytics.disclosure.Tenths;
import org.mentoringcommons.analytics.progress.ProgressView.FigureView;
import org.mentoringcommons.analytics.progress.ProgressView.Status;
import org.mentoringcommons.analytics.statistics.Counts;
import org.mentoringcommons.analytics.statistics.Interval;
import org.mentoringcommons.analytics.statistics.Moments;
import org.mentoringcommons.analytics.statistics.PairTable;
import org.mentoringcommons.analytics.statistics.PairedT;
import org.mentoringcommons.analytics.statistics.Quantiles;
import org.mentoringcommons.analytics.statistics.SignedRank;

/**
 * The same figures as {@code ThresholdView} has, in the same order, with nothing held back: the value unrounded, the text
 * to one decimal, rounded in integers.
 */
final class Unsuppressed {

    private static final double PERCENT = 100;
    private final PairTable table;
    private final List<FigureView> figures = new ArrayList<>();

    private Unsuppressed(PairTable table) {
        this.table = table;
        count("n", table.n());
        moments("before", table.before());
        moments("now", table.now());
        moments("gain", table.differences());
        inference();
    }

    static List<FigureView> of(PairTable table) {
        return List.copyOf(new Unsuppressed(table).figures);
    }

    private void moments(String variable, Counts counts) {
        Moments moments = Moments.of(counts, table.unitsPerPoint());
        Quantiles quantiles = Quantiles.of(counts, table.unitsPerPoint());
        Scores scores = new Scores(counts, table.unitsPerPoint());
        number("mean_" + variable, moments.mean(), scores::mean);
        number("median_" + variable, quantiles.median(), () -> scores.quantile(1, 2));
        number("sd_" + variable, moments.sd(), scores::sd);
        number("p10_" + variable, quantiles.at(.10, Quantiles.Type.TYPE_7), () -> scores.quantile(1, 10));
        number("q1_" + variable, quantiles.at(.25, Quantiles.Type.TYPE_7), () -> scores.quantile(1, 4));
        number("q3_" + variable, quantiles.at(.75, Quantiles.Type.TYPE_7), () -> scores.quantile(3, 4));
        number("p90_" + variable, quantiles.at(.90, Quantiles.Type.TYPE_7), () -> scores.quantile(9, 10));
    }

    private void inference() {
        SignedRank.Result test = SignedRank.withDefaults().test(table);
        Optional<Interval> interval = PairedT.withDefaults().test(table).meanInterval();
        figures.add(percent("percent_improved", test.nPositive(), table.n()));
        bound("ci_lower_gain", interval.map(Interval::lower));
        bound("ci_upper_gain", interval.map(Interval::upper));
        figures.add(band(test.p()));
        number("p", test.p(), test.p()::getAsDouble);
        number("w_plus", table.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(test.wPlus()), test::wPlus);
        count("n_positive", test.nPositive());
        count("n_negative", test.nNegative());
        count("n_zero", test.nZero());
    }

    /** A percentage, with its first decimal from integers. */
    static FigureView percent(String measure, long numerator, long denominator) {
        return denominator == 0
                ? undefined(measure)
                : new FigureView(
                        measure,
                        PERCENT * numerator / denominator,
                        Tenths.ofRatio(Math.multiplyExact((long) PERCENT, numerator), denominator)
                                .toString(),
                        Status.SHOWN);
    }

    private static FigureView band(OptionalDouble p) {
        return p.isPresent()
                ? new FigureView("p_band", null, PBand.of(p.getAsDouble()), Status.SHOWN)
                : undefined("p_band");
    }

    private void count(String measure, long value) {
        figures.add(new FigureView(measure, value, Long.toString(value), Status.SHOWN));
    }

    private void bound(String measure, Optional<Double> value) {
        number(
                measure,
                value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                () -> Tenths.of(value.orElseThrow()));
    }

    private void number(String measure, OptionalDouble value, Supplier<Object> printed) {
        figures.add(
                value.isPresent() && Double.isFinite(value.getAsDouble())
                        ? new FigureView(
                                measure, value.getAsDouble(), printed.get().toString(), Status.SHOWN)
                        : undefined(measure));
    }

    private static FigureView undefined(String measure) {
        return new FigureView(measure, null, null, Status.UNDEFINED);
    }
}
