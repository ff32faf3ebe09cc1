package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.analytics.disclosure.Audience;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Figure;
import org.mentoringcommons.analytics.disclosure.Share;
import org.mentoringcommons.analytics.disclosure.Tenths;
import org.mentoringcommons.analytics.disclosure.ThresholdView;
import org.mentoringcommons.analytics.disclosure.Thresholds;
import org.mentoringcommons.analytics.statistics.PairTable;

/**
 * The figures of a measure, as many as may be shown of a group and the others suppressed.
 *
 * @param noise of every count, if the study has any
 * @param method the rules of the release
 */
record Showing(Measured measured, Thresholds thresholds, Optional<CellNoise> noise, Method method) {

    private static final int PERCENT = 100;
    private static final int WORSE = 0;
    private static final int SAME = 1;
    private static final int BETTER = 2;

    List<Figure> figures(Tally tally, Detail detail) {
        return measured.form() == Measured.Form.SCORES
                ? ThresholdView.upTo(detail, table(tally), thresholds).stream()
                        .map(figure -> figure.text().isPresent() && noise.isPresent() ? noisy(figure, tally) : figure)
                        .toList()
                : shares(tally, detail);
    }

    private List<Figure> shares(Tally tally, Detail detail) {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("n", detail.shows(Detail.MEDIAN), n(tally)));
        boolean exact = detail.shows(Detail.EXACT);
        if (measured.form() == Measured.Form.SHARE) {
            share("", 1, tally, exact, figures);
        } else {
            for (int category = 0; category < measured.categories().size(); category++) {
                share(":" + measured.categories().get(category), category, tally, exact, figures);
            }
        }
        return List.copyOf(figures);
    }

    private void share(String of, int answer, Tally tally, boolean exact, List<Figure> figures) {
        long count = count(tally, answer, tally.count(answer));
        figures.add(figure("numerator" + of, exact, count));
        figures.add(figure(
                "percent" + of, exact, exact ? Tenths.ofRatio(Math.multiplyExact(PERCENT, count), n(tally)) : 0));
    }

    /** Whatever is a count has its noise; what would tell a count exactly is not shown, nor an interval: n follows from it. */
    private Figure noisy(Figure figure, Tally tally) {
        return switch (figure.measure()) {
            case "n" -> Figure.shown("n", n(tally));
            case "n_negative" -> Figure.shown("n_negative", count(tally, WORSE, ofSort(tally, WORSE)));
            case "n_zero" -> Figure.shown("n_zero", count(tally, SAME, ofSort(tally, SAME)));
            case "n_positive" -> Figure.shown("n_positive", count(tally, BETTER, ofSort(tally, BETTER)));
            case "percent_improved" -> improved(count(tally, BETTER, ofSort(tally, BETTER)), n(tally));
            case "p", "w_plus" -> Figure.suppressed(figure.measure());
            case "ci_lower_gain", "ci_upper_gain" ->
                method.hidesCounts() ? Figure.suppressed(figure.measure()) : figure;
            default -> figure;
        };
    }

    /** In tenths, as without noise: a share that turns to quarters would tell on which side of a threshold n is. */
    private Figure improved(long better, long n) {
        Share share = new Share(Math.min(better, n), n);
        return method.hidesCounts()
                ? Figure.shown("percent_improved", Tenths.ofRatio(PERCENT * share.numerator(), n))
                : new Figure("percent_improved", share.shown(thresholds, Audience.OTHERS));
    }

    private long n(Tally tally) {
        long key = tally.keys().values().stream().mapToLong(Long::longValue).sum();
        return noise.map(some -> some.of(tally.n(), key)).orElse(tally.n());
    }

    private long count(Tally tally, int sort, long count) {
        return noise.map(some -> some.of(count, tally.keys().getOrDefault(sort, 0L)))
                .orElse(count);
    }

    private static long ofSort(Tally tally, int sort) {
        return tally.ofSort(sort).people();
    }

    private static Figure figure(String name, boolean shown, Object value) {
        return new Figure(name, shown ? Optional.of(value.toString()) : Optional.empty());
    }

    private PairTable table(Tally tally) {
        PairTable.Builder table = PairTable.builder(measured.unitsPerPoint());
        tally.counts().forEach((pair, count) -> table.add(Measured.before(pair), Measured.now(pair), count));
        return table.build();
    }
}
