package org.mentoringcommons.analytics.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mentoringcommons.analytics.figure.ForestPlot;
import org.mentoringcommons.analytics.section.Label;
import org.mentoringcommons.analytics.section.Sites;
import org.mentoringcommons.analytics.statistics.Interval;

/** One scale's gain site by site. */
final class Forest {

    /** More lines than fit a page; the table has them all. */
    private static final int MOST_SITES = 60;

    private Forest() {}

    static ForestPlot of(Sites sites) {
        List<Sites.Site> shown = sites.sites().stream()
                .sorted(Comparator.comparingLong(
                                (Sites.Site site) -> site.gain().n())
                        .reversed())
                .limit(MOST_SITES)
                .sorted(Comparator.comparing(Sites.Site::name))
                .toList();
        String rest = sites.sites().size() > shown.size()
                ? " The " + shown.size() + " largest of " + sites.sites().size()
                        + " sites are drawn; all count in the diamond."
                : "";
        String scale = Label.of(sites.key());
        return new ForestPlot(
                name(sites.key()),
                "Gain at each site: " + scale,
                "Squares are mean gains, their area the weight; lines are 95 % intervals. The diamond is the mean of all sites"
                        + " with its Hartung-Knapp interval, the line below it the prediction interval." + rest,
                shown.stream().map(Forest::line).toList(),
                together(sites));
    }

    /** Unlike keys, names of figures hold nothing that addresses would have to escape. */
    static String name(String scale) {
        return "forest-" + scale.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static ForestPlot.Site line(Sites.Site site) {
        double gain = site.gain().mean().orElse(0);
        Interval interval = site.interval().orElse(new Interval(gain, gain, 0.95));
        return new ForestPlot.Site(
                site.name(),
                site.gain().n(),
                gain,
                interval.lower(),
                interval.upper(),
                site.weight().orElse(0.0));
    }

    private static Optional<ForestPlot.Together> together(Sites sites) {
        return sites.together()
                .pooled()
                .map(pooled -> new ForestPlot.Together(
                        sites.together().mean().orElse(0),
                        pooled.interval().lower(),
                        pooled.interval().upper(),
                        pooled.predictionInterval().lower(),
                        pooled.predictionInterval().upper()));
    }
}
