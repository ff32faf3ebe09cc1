package org.mentoringcommons.analytics.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.analytics.cube.MeasureKey.Subject;
import org.mentoringcommons.analytics.figure.ForestPlot;
import org.mentoringcommons.analytics.section.Label;

/** The figures of a release, drawn from what it shows and nothing else: a scale each, and all scales together. */
final class Forests {

    private Forests() {}

    static List<ForestPlot> of(List<Entry> entries) {
        Map<String, List<Entry>> scales = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> entry.subject() == Subject.GAIN && entry.cell().size() < 2)
                .forEach(entry -> scales.computeIfAbsent(entry.name(), none -> new ArrayList<>())
                        .add(entry));
        List<ForestPlot> figures = new ArrayList<>();
        if (!scales.isEmpty()) {
            figures.add(new ForestPlot(
                    "gains",
                    "Mean gains of everybody",
                    "Mean gain on each scale with its 95 % confidence interval, as published, rounded to one decimal.",
                    scales.values().stream()
                            .flatMap(List::stream)
                            .filter(entry -> entry.cell().isEmpty())
                            .flatMap(entry -> line(Label.of(entry.name()), entry).stream())
                            .toList(),
                    Optional.empty()));
        }
        scales.forEach((scale, groups) -> figures.add(new ForestPlot(
                // keys that differ in other signs only are told apart by their place
                "gain-" + figures.size() + "-" + scale.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                "Mean gain in groups: " + Label.of(scale),
                "Mean gain of everybody and of each group that may be shown, with its 95 % confidence interval, as"
                        + " published, rounded to one decimal. Groups that are not shown are left out.",
                groups.stream()
                        .flatMap(entry -> line(entry.label(), entry).stream())
                        .toList(),
                Optional.empty())));
        return figures;
    }

    private static Optional<ForestPlot.Site> line(String label, Entry entry) {
        Optional<Double> gain = number(entry, "mean_gain");
        Optional<Double> lower = number(entry, "ci_lower_gain");
        Optional<Double> upper = number(entry, "ci_upper_gain");
        Optional<Double> n = number(entry, "n");
        return gain.isEmpty() || lower.isEmpty() || upper.isEmpty() || n.isEmpty()
                ? Optional.empty()
                : Optional.of(new ForestPlot.Site(label, n.get().longValue(), gain.get(), lower.get(), upper.get(), 0));
    }

    private static Optional<Double> number(Entry entry, String figure) {
        return entry.figure(figure).map(Double::valueOf);
    }
}
