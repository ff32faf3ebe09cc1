package org.mentoringcommons.analytics.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.analytics.disclosure.Audience;
import org.mentoringcommons.analytics.disclosure.Figure;
import org.mentoringcommons.analytics.disclosure.Share;
import org.mentoringcommons.analytics.disclosure.SumOfParts;
import org.mentoringcommons.analytics.disclosure.ThresholdView;
import org.mentoringcommons.analytics.disclosure.Thresholds;
import org.mentoringcommons.analytics.progress.ProgressView.FigureView;
import org.mentoringcommons.analytics.progress.ProgressView.ScaleView;
import org.mentoringcommons.analytics.progress.ProgressView.Status;
import org.mentoringcommons.analytics.statistics.PairTable;

/**
 * The figures of every scale, first of all how many of those who answered have a score on it. That is said of people asked here
 * alone: of imported answers nobody knows what was asked.
 */
final class ScaleFigures {

    private static final String COMPLETE = "percent_complete";

    /**
     * A wave's scores.
     *
     * @param audience what the one who looks is to its workshop
     * @param imported whether its people were asked elsewhere
     */
    record Part(ScaleTables scores, Audience audience, boolean imported) {

        private SumOfParts.Part of(String scale) {
            return new SumOfParts.Part(scores.tables().get(scale), audience);
        }
    }

    private ScaleFigures() {}

    /**
     * @param here of people asked here
     * @param elsewhere of people asked elsewhere
     */
    static List<ScaleView> unsuppressed(ScaleTables here, ScaleTables elsewhere) {
        return views(here.plus(elsewhere).tables(), (scale, table) -> {
            List<FigureView> figures = new ArrayList<>();
            figures.add(Unsuppressed.percent(COMPLETE, here.tables().get(scale).n(), here.people()));
            figures.addAll(Unsuppressed.of(table));
            return figures;
        });
    }

    static List<ScaleView> ofOne(Part part, Thresholds thresholds) {
        return views(
                part.scores().tables(),
                (scale, table) -> shown(
                        part.imported()
                                ? undefined()
                                : complete(new Share(table.n(), part.scores().people())
                                        .shown(thresholds, part.audience())),
                        ThresholdView.of(table, thresholds, part.audience())));
    }

    static List<ScaleView> ofAll(List<Part> parts, Thresholds thresholds) {
        List<Part> here = parts.stream().filter(part -> !part.imported()).toList();
        List<Part> elsewhere = parts.stream().filter(Part::imported).toList();
        long people = here.stream().mapToLong(part -> part.scores().people()).sum();
        return views(parts.get(0).scores().tables(), (scale, first) -> {
            SumOfParts sum = sum(parts, scale, first);
            // beside the figures of all it also tells how many of those asked elsewhere have a score
            boolean hidesEach =
                    sum.hidesRest(thresholds) && sum(elsewhere, scale, first).hidesRest(thresholds);
            return shown(
                    here.isEmpty()
                            ? undefined()
                            : complete(
                                    hidesEach
                                            ? sum(here, scale, first).complete(people, thresholds)
                                            : Optional.empty()),
                    sum.figures(thresholds));
        });
    }

    private static SumOfParts sum(List<Part> parts, String scale, PairTable first) {
        return new SumOfParts(parts.stream().map(part -> part.of(scale)).toList(), first.unitsPerPoint());
    }

    private interface Scoring {
        List<FigureView> figures(String scale, PairTable table);
    }

    private static List<ScaleView> views(Map<String, PairTable> tables, Scoring scoring) {
        List<ScaleView> views = new ArrayList<>();
        tables.forEach((scale, table) -> views.add(new ScaleView(scale, scoring.figures(scale, table))));
        return views;
    }

    private static FigureView complete(Optional<String> shown) {
        return view(new Figure(COMPLETE, shown));
    }

    private static FigureView undefined() {
        return new FigureView(COMPLETE, null, null, Status.UNDEFINED);
    }

    private static List<FigureView> shown(FigureView complete, List<Figure> figures) {
        List<FigureView> views = new ArrayList<>();
        views.add(complete);
        figures.forEach(figure -> views.add(view(figure)));
        return views;
    }

    private static FigureView view(Figure figure) {
        return figure.text()
                .map(text -> new FigureView(figure.measure(), number(text), text, Status.SHOWN))
                .orElseGet(() -> new FigureView(figure.measure(), null, null, Status.SUPPRESSED));
    }

    /** A band or a quarter is text only. */
    private static Number number(String text) {
        return text.chars().allMatch(c -> "0123456789.-+E".indexOf(c) >= 0) ? new BigDecimal(text) : null;
    }
}
