package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Figure;
import org.mentoringcommons.analytics.disclosure.Tenths;
import org.mentoringcommons.analytics.disclosure.ThresholdView;
import org.mentoringcommons.analytics.disclosure.Thresholds;
import org.mentoringcommons.analytics.statistics.PairTable;

/** The figures of a measure, as many as may be shown of a group and the others suppressed. */
record Showing(Measured measured, Thresholds thresholds) {

    private static final int PERCENT = 100;

    List<Figure> figures(Tally tally, Detail detail) {
        return measured.form() == Measured.Form.SCORES
                ? ThresholdView.upTo(detail, table(tally), thresholds)
                : shares(tally, detail);
    }

    private List<Figure> shares(Tally tally, Detail detail) {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("n", detail.shows(Detail.MEDIAN), tally.n()));
        boolean exact = detail.shows(Detail.EXACT);
        if (measured.form() == Measured.Form.SHARE) {
            share("", tally.count(1), tally.n(), exact, figures);
        } else {
            for (int category = 0; category < measured.categories().size(); category++) {
                share(":" + measured.categories().get(category), tally.count(category), tally.n(), exact, figures);
            }
        }
        return List.copyOf(figures);
    }

    private static void share(String of, long count, long n, boolean exact, List<Figure> figures) {
        figures.add(figure("numerator" + of, exact, count));
        figures.add(figure("percent" + of, exact, exact ? Tenths.ofRatio(Math.multiplyExact(PERCENT, count), n) : 0));
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
