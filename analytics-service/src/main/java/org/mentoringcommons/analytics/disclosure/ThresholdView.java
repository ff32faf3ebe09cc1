package org.mentoringcommons.analytics.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.mentoringcommons.analytics.statistics.Counts;
import org.mentoringcommons.analytics.statistics.Interval;
import org.mentoringcommons.analytics.statistics.PairTable;
import org.mentoringcommons.analytics.statistics.PairedT;
import org.mentoringcommons.analytics.statistics.SignedRank;

/**
 * What somebody who is not to learn about single people may see of a scale's scores before and now. The figures and their
 * order are always the same; which of them are suppressed depends on how many people there are, and on whether all of them
 * gave one answer. Immutable.
 */
public final class ThresholdView {

    private final PairTable table;
    private final Thresholds thresholds;
    private final Audience audience;
    private final Detail detail;
    private final boolean quarters;
    private final List<Figure> figures = new ArrayList<>();

    private ThresholdView(PairTable table, Thresholds thresholds, Audience audience, Detail detail, boolean quarters) {
        this.table = table;
        this.thresholds = thresholds;
        this.audience = audience;
        this.detail = detail;
        this.quarters = quarters;
        add("n", Detail.BANDED, this::people);
        moments("before", table.before());
        moments("now", table.now());
        moments("gain", table.differences());
        improved();
        inference();
    }

    /**
     * {@return the figures of a scale}
     *
     * @param table integer item sums before and now
     * @param thresholds what is shown of how many people
     * @param audience who looks
     */
    public static List<Figure> of(PairTable table, Thresholds thresholds, Audience audience) {
        Detail detail = thresholds.detail(table.n(), audience);
        return List.copyOf(new ThresholdView(table, thresholds, audience, detail, true).figures);
    }

    /**
     * {@return the same figures for everybody, of which no more is shown than may be beside other groups' figures}
     *
     * @param atMost what may be shown; proportions are shown with everything else or not at all, because quarters of
     *     groups that add up tell more than quarters
     */
    public static List<Figure> upTo(Detail atMost, PairTable table, Thresholds thresholds) {
        Detail own = thresholds.detail(table.n(), Audience.OTHERS);
        Detail detail = own.shows(atMost) ? atMost : own;
        return List.copyOf(new ThresholdView(table, thresholds, Audience.OTHERS, detail, false).figures);
    }

    /** {@return the same figures, all suppressed: what a hidden part of a sum looks like} */
    public static List<Figure> suppressed(Thresholds thresholds) {
        return of(PairTable.builder(1).build(), thresholds, Audience.OTHERS);
    }

    private String people() {
        return detail == Detail.BANDED
                ? thresholds.banded() + "–" + (thresholds.median() - 1)
                : Long.toString(table.n());
    }

    /** One variable's figures; a variable in which everybody is equal would tell everybody's answer. */
    private void moments(String variable, Counts counts) {
        Scores scores = new Scores(counts, table.unitsPerPoint());
        boolean varied = counts.distinct() > 1;
        add("mean_" + variable, Detail.BANDED, varied, scores::mean);
        add("median_" + variable, Detail.MEDIAN, varied, () -> scores.quantile(1, 2));
        add("sd_" + variable, Detail.SPREAD, varied, scores::sd);
        add("p10_" + variable, Detail.QUARTILES, varied, () -> scores.quantile(1, 10));
        add("q1_" + variable, Detail.QUARTILES, varied, () -> scores.quantile(1, 4));
        add("q3_" + variable, Detail.QUARTILES, varied, () -> scores.quantile(3, 4));
        add("p90_" + variable, Detail.QUARTILES, varied, () -> scores.quantile(9, 10));
    }

    private void improved() {
        long improved = 0;
        Counts gains = table.differences();
        for (int i = 0; i < gains.distinct(); i++) {
            improved += gains.value(i) > 0 ? gains.count(i) : 0;
        }
        figures.add(
                quarters || detail == Detail.EXACT
                        ? new Figure("percent_improved", new Share(improved, table.n()).shown(thresholds, audience))
                        : Figure.suppressed("percent_improved"));
    }

    private void inference() {
        SignedRank.Result test = SignedRank.withDefaults().test(table);
        OptionalDouble p = test.p();
        Interval interval = PairedT.withDefaults().test(table).meanInterval().orElse(null);
        boolean varied = table.differences().distinct() > 1;
        boolean exact = varied
                && thresholds.hidesRest(test.nPositive())
                && thresholds.hidesRest(test.nNegative())
                && thresholds.hidesRest(test.nZero());
        add("ci_lower_gain", Detail.SPREAD, varied && interval != null, () -> Tenths.of(interval.lower()));
        add("ci_upper_gain", Detail.SPREAD, varied && interval != null, () -> Tenths.of(interval.upper()));
        add("p_band", Detail.SPREAD, varied && p.isPresent(), () -> PBand.of(p.getAsDouble()));
        add("p", Detail.EXACT, exact && p.isPresent(), p::getAsDouble);
        add("w_plus", Detail.EXACT, exact, test::wPlus);
        add("n_positive", Detail.EXACT, exact, test::nPositive);
        add("n_negative", Detail.EXACT, exact, test::nNegative);
        add("n_zero", Detail.EXACT, exact, test::nZero);
    }

    private void add(String measure, Detail from, Supplier<Object> value) {
        add(measure, from, true, value);
    }

    private void add(String measure, Detail from, boolean harmless, Supplier<Object> value) {
        figures.add(detail.shows(from) && harmless ? Figure.shown(measure, value.get()) : Figure.suppressed(measure));
    }
}
