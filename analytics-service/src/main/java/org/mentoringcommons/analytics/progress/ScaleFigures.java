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

/** The figures of every scale, first of all how many of those who answered have a score on it. */
final class ScaleFigures {

    private static final String COMPLETE = "percent_complete";

    /** A wave's scores, and what the one who looks is to its workshop. */
    record Part(ScaleTables scores, Audience audience) {}

    private ScaleFigures() {}

    static List<ScaleView> unsuppressed(ScaleTables scores) {
        return views(scores.tables(), (scale, table) -> {
            List<FigureView> figures = new ArrayList<>();
            figures.add(Unsuppressed.percent(COMPLETE, table.n(), scores.people()));
            figures.addAll(Unsuppressed.of(table));
            return figures;
        });
    }

    static List<ScaleView> ofOne(ScaleTables scores, Thresholds thresholds, Audience audience) {
        return views(
                scores.tables(),
                (scale, table) -> shown(
                        new Share(table.n(), scores.people()).shown(thresholds, audience),
                        ThresholdView.of(table, thresholds, audience)));
    }

    static List<ScaleView> ofAll(List<Part> parts, Thresholds thresholds) {
        long people = parts.stream().mapToLong(part -> part.scores().people()).sum();
        return views(parts.get(0).scores().tables(), (scale, first) -> {
            SumOfParts sum = new SumOfParts(
                    parts.stream()
                            .map(part ->
                                    new SumOfParts.Part(part.scores().tables().get(scale), part.audience()))
                            .toList(),
                    first.unitsPerPoint());
            return shown(sum.complete(people, thresholds), sum.figures(thresholds));
        });
    }

    private interface Scoring {
        List<FigureView> figures(String scale, PairTable table);
    }

    private static List<ScaleView> views(Map<String, PairTable> tables, Scoring scoring) {
        List<ScaleView> views = new ArrayList<>();
        tables.forEach((scale, table) -> views.add(new ScaleView(scale, scoring.figures(scale, table))));
        return views;
    }

    private static List<FigureView> shown(Optional<String> complete, List<Figure> figures) {
        List<FigureView> views = new ArrayList<>();
        views.add(view(new Figure(COMPLETE, complete)));
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
