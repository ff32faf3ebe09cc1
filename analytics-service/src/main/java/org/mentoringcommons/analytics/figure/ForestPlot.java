package org.mentoringcommons.analytics.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gain at each site with its interval, and all sites together.
 *
 * @param name its name in addresses
 * @param title in a few words
 * @param description in sentences
 * @param sites one entry a line
 * @param together the pooled mean, where there are enough sites
 */
public record ForestPlot(String name, String title, String description, List<Site> sites, Optional<Together> together)
        implements Figure {

    private static final double TOP = 34;
    private static final double BAND = 24;
    private static final double RIGHT = Drawing.WIDTH - 196;
    private static final double LARGEST = 8;

    /**
     * One site.
     *
     * @param label its name
     * @param n people
     * @param gain mean gain in points
     * @param lower lower end of its interval; the gain itself where there is none
     * @param upper upper end
     * @param weight share of the pooled mean in percent, 0 without one
     */
    public record Site(String label, long n, double gain, double lower, double upper, double weight) {}

    /**
     * All sites.
     *
     * @param mean pooled mean gain
     * @param lower lower end of its interval
     * @param upper upper end
     * @param predictedLower lower end of the prediction interval
     * @param predictedUpper upper end
     */
    public record Together(double mean, double lower, double upper, double predictedLower, double predictedUpper) {}

    @Override
    public DataTable table() {
        List<List<String>> rows = new ArrayList<>();
        sites.forEach(site -> rows.add(List.of(
                site.label(),
                Long.toString(site.n()),
                Numbers.fixed(site.gain(), 2),
                Numbers.fixed(site.lower(), 2),
                Numbers.fixed(site.upper(), 2),
                together.isEmpty() ? "–" : Numbers.fixed(site.weight(), 1) + " %")));
        together.ifPresent(all -> {
            rows.add(List.of(
                    "All sites",
                    Long.toString(sites.stream().mapToLong(Site::n).sum()),
                    Numbers.fixed(all.mean(), 2),
                    Numbers.fixed(all.lower(), 2),
                    Numbers.fixed(all.upper(), 2),
                    "100 %"));
            rows.add(List.of(
                    "A new site (prediction)",
                    "–",
                    Numbers.fixed(all.mean(), 2),
                    Numbers.fixed(all.predictedLower(), 2),
                    Numbers.fixed(all.predictedUpper(), 2),
                    "–"));
        });
        return new DataTable(List.of("Site", "n", "Mean gain", "Lower", "Upper", "Weight"), rows);
    }

    @Override
    public String svg() {
        double lines = sites.size() + (together.isPresent() ? 2.4 : 0);
        double bottom = TOP + Math.max(1, lines) * BAND;
        Drawing drawing = new Drawing(this, bottom + 44);
        List<String> labels = new ArrayList<>(sites.stream().map(Site::label).toList());
        labels.add("A new site is expected here");
        List<Double> ticks = ticks();
        Axis axis = new Axis(ticks.get(0), ticks.get(ticks.size() - 1), Labels.width(labels) + 34, RIGHT);
        axis.draw(drawing, ticks, TOP - 6, bottom);
        drawing.line(axis.at(0), TOP - 6, axis.at(0), bottom, "zero")
                .text((axis.left() + RIGHT) / 2, bottom + 34, "middle", "muted", "Mean gain in points, 95 % interval")
                .text(axis.left() - 12, TOP - 12, "end", "muted", "n")
                .text(Drawing.WIDTH - 8, TOP - 12, "end", "muted", "weight")
                .text(Drawing.WIDTH - 62, TOP - 12, "end", "muted", "gain [95 % CI]");
        for (int i = 0; i < sites.size(); i++) {
            draw(drawing, axis, sites.get(i), TOP + i * BAND + BAND / 2);
        }
        together.ifPresent(all -> draw(drawing, axis, all, TOP + (sites.size() + 0.9) * BAND));
        return drawing.toString();
    }

    private List<Double> ticks() {
        double low = Math.min(0, sites.stream().mapToDouble(Site::lower).min().orElse(0));
        double high =
                Math.max(0.5, sites.stream().mapToDouble(Site::upper).max().orElse(1));
        low = Math.min(low, together.map(Together::predictedLower).orElse(low));
        high = Math.max(high, together.map(Together::predictedUpper).orElse(high));
        return Numbers.ticks(low, high, 6);
    }

    private void draw(Drawing drawing, Axis axis, Site site, double y) {
        double heaviest = sites.stream().mapToDouble(Site::weight).max().orElse(1);
        double half = site.weight() > 0 ? 2.5 + (LARGEST - 2.5) * Math.sqrt(site.weight() / heaviest) : 4;
        double x = axis.at(site.gain());
        drawing.text(axis.left() - 46, y + 4, "end", "", Labels.shorten(site.label()))
                .text(axis.left() - 12, y + 4, "end", "", Long.toString(site.n()))
                .line(axis.at(site.lower()), y, axis.at(site.upper()), y, "mark-line")
                .box(x - half, y - half, 2 * half, 2 * half, "mark");
        String interval = site.lower() < site.upper() ? interval(site.lower(), site.upper()) : " [none]";
        drawing.text(Drawing.WIDTH - 62, y + 4, "end", "", Numbers.fixed(site.gain(), 2) + interval)
                .text(
                        Drawing.WIDTH - 8,
                        y + 4,
                        "end",
                        "",
                        site.weight() > 0 ? Numbers.fixed(site.weight(), 1) + " %" : "–");
    }

    private void draw(Drawing drawing, Axis axis, Together all, double y) {
        long n = sites.stream().mapToLong(Site::n).sum();
        drawing.line(axis.left(), y - BAND / 2 - 2, RIGHT, y - BAND / 2 - 2, "rule")
                .text(axis.left() - 46, y + 4, "end", "strong", "All sites")
                .text(axis.left() - 12, y + 4, "end", "strong", Long.toString(n))
                .diamond(axis.at(all.lower()), axis.at(all.upper()), y, 7, "diamond")
                .text(
                        Drawing.WIDTH - 62,
                        y + 4,
                        "end",
                        "strong",
                        Numbers.fixed(all.mean(), 2) + interval(all.lower(), all.upper()));
        double next = y + BAND;
        double low = axis.at(all.predictedLower());
        double high = axis.at(all.predictedUpper());
        drawing.text(axis.left() - 46, next + 4, "end", "muted", "A new site is expected here")
                .line(low, next, high, next, "prediction")
                .line(low, next - 5, low, next + 5, "prediction")
                .line(high, next - 5, high, next + 5, "prediction")
                .text(
                        Drawing.WIDTH - 62,
                        next + 4,
                        "end",
                        "muted",
                        interval(all.predictedLower(), all.predictedUpper()).strip());
    }

    private static String interval(double lower, double upper) {
        return " [" + Numbers.fixed(lower, 2) + ", " + Numbers.fixed(upper, 2) + "]";
    }

    @Override
    public Map<String, Object> vegaLite() {
        List<Map<String, Object>> data = new ArrayList<>();
        sites.forEach(site -> data.add(Vega.object(
                "site",
                site.label(),
                "n",
                site.n(),
                "gain",
                site.gain(),
                "lower",
                site.lower(),
                "upper",
                site.upper(),
                "weight",
                site.weight(),
                "kind",
                "site")));
        together.ifPresent(all -> data.add(Vega.object(
                "site",
                "All sites",
                "gain",
                all.mean(),
                "lower",
                all.lower(),
                "upper",
                all.upper(),
                "kind",
                "all sites")));
        List<String> order =
                data.stream().map(line -> (String) line.get("site")).toList();
        return Vega.layers(
                this,
                data,
                Vega.object("y", Vega.ordered("site", "Site", order)),
                Vega.layer(
                        Vega.object("type", "rule"),
                        Vega.object("x", Vega.quantity("lower", "Mean gain in points"), "x2", Vega.field("upper"))),
                Vega.layer(
                        Vega.object("type", "point", "filled", true),
                        Vega.object(
                                "x",
                                Vega.quantity("gain", "Mean gain in points"),
                                "size",
                                Vega.quantity("weight", "Weight (%)"),
                                "shape",
                                Vega.object("field", "kind", "type", "nominal", "title", "Kind"))));
    }
}
