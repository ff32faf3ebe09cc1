package org.mentoringcommons.analytics.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.analytics.cube.MeasureKey.Subject;
import org.mentoringcommons.analytics.figure.Figure;
import org.mentoringcommons.analytics.figure.ForestPlot;
import org.mentoringcommons.analytics.figure.FunnelPlot;
import org.mentoringcommons.analytics.section.Label;
import org.mentoringcommons.analytics.statistics.MetaAnalysis;
import org.mentoringcommons.analytics.statistics.SiteEffect;

/** The figures of a release, drawn from what it shows and nothing else: a scale each, and all scales together. */
final class Forests {

    private Forests() {}

    static List<Figure> of(List<Entry> all) {
        List<Entry> entries = Entry.groups(all);
        Map<String, List<Entry>> scales = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> entry.subject() == Subject.GAIN && entry.cell().size() < 2)
                .forEach(entry -> scales.computeIfAbsent(entry.name(), none -> new ArrayList<>())
                        .add(entry));
        List<Figure> figures = new ArrayList<>();
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
                name("gain", figures, scale),
                "Mean gain in groups: " + Label.of(scale),
                "Mean gain of everybody and of each group that may be shown, with its 95 % confidence interval, as"
                        + " published, rounded to one decimal. Groups that are not shown are left out.",
                groups.stream()
                        .flatMap(entry -> line(entry.label(), entry).stream())
                        .toList(),
                Optional.empty())));
        Entry.bySite(all).forEach((scale, sites) -> {
            AcrossSites across = AcrossSites.of(scale, sites);
            if (!across.usable().isEmpty()) {
                figures.add(sites(name("sites", figures, scale), across));
                figures.add(funnel(name("funnel", figures, scale), across));
            }
        });
        return figures;
    }

    /** Keys that differ in other signs only are told apart by their place. */
    private static String name(String kind, List<Figure> before, String scale) {
        return kind + "-" + before.size() + "-" + scale.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static ForestPlot sites(String name, AcrossSites across) {
        List<Double> weights =
                across.together().pooled().map(MetaAnalysis.Pooled::weights).orElse(List.of());
        List<AcrossSites.Site> usable = across.usable();
        List<ForestPlot.Site> lines = new ArrayList<>();
        for (int i = 0; i < usable.size(); i++) {
            AcrossSites.Site site = usable.get(i);
            double mean = site.gain().mean().orElse(0);
            lines.add(new ForestPlot.Site(
                    site.name(),
                    site.gain().n(),
                    mean,
                    site.lower().orElse(mean),
                    site.upper().orElse(mean),
                    weights.isEmpty() ? 0 : weights.get(i)));
        }
        return new ForestPlot(
                name,
                "Mean gain at sites that agreed to be named: " + Label.of(across.scale()),
                "Squares are mean gains as published, rounded to one decimal, their area the weight; lines are 95 % intervals."
                        + " The diamond is the pooled mean of these sites with its Hartung-Knapp interval, the line below it"
                        + " the prediction interval; both from five sites on. Sites that are not shown are left out.",
                lines,
                across.together()
                        .pooled()
                        .map(pooled -> new ForestPlot.Together(
                                across.together().mean().orElse(0),
                                pooled.interval().lower(),
                                pooled.interval().upper(),
                                pooled.predictionInterval().lower(),
                                pooled.predictionInterval().upper())));
    }

    private static FunnelPlot funnel(String name, AcrossSites across) {
        return new FunnelPlot(
                name,
                "Funnel of the sites that agreed to be named: " + Label.of(across.scale()),
                "Each site by its mean gain and the standard error of that; the vertical line is the pooled mean, the slanting"
                        + " lines are where 95 % of sites would lie that differ by chance alone. Sites that are not shown are"
                        + " left out, and small ones are not shown.",
                across.usable().stream()
                        .map(site -> new FunnelPlot.Site(
                                site.name(),
                                site.gain().n(),
                                site.gain().mean().orElse(0),
                                Math.sqrt(
                                        site.effect().map(SiteEffect::variance).orElse(0.0))))
                        .toList(),
                across.together().mean().orElse(0));
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
