package org.mentoringcommons.analytics.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sites by mean gain and its standard error: where small sites gained otherwise than large ones, the funnel is lopsided.
 *
 * @param name its name in addresses
 * @param title in a few words
 * @param description in sentences
 * @param sites one entry a point
 * @param mean pooled mean, the middle of the funnel
 */
public record FunnelPlot(String name, String title, String description, List<Site> sites, double mean)
        implements Figure {

    private static final double TOP = 20;
    private static final double BOTTOM = 320;
    private static final double LEFT = 64;
    private static final double RIGHT = Drawing.WIDTH - 24;
    /** The 97.5th percentile of the normal law. */
    private static final double Z = 1.959963984540054;

    /**
     * One site.
     *
     * @param label its name
     * @param n people
     * @param gain mean gain in points
     * @param error its standard error
     */
    public record Site(String label, long n, double gain, double error) {}

    @Override
    public DataTable table() {
        List<List<String>> rows = new ArrayList<>();
        sites.forEach(site -> rows.add(List.of(
                site.label(), Long.toString(site.n()), Numbers.fixed(site.gain(), 2), Numbers.fixed(site.error(), 3))));
        return new DataTable(List.of("Site", "n", "Mean gain", "Standard error"), rows);
    }

    @Override
    public String svg() {
        Drawing drawing = new Drawing(this, BOTTOM + 44);
        List<Double> errors = Numbers.ticks(0, largest(), 4);
        double most = errors.get(errors.size() - 1);
        double low = sites.stream().mapToDouble(Site::gain).min().orElse(mean);
        double high = sites.stream().mapToDouble(Site::gain).max().orElse(mean);
        List<Double> gains = Numbers.ticks(Math.min(low, mean - Z * most), Math.max(high, mean + Z * most), 6);
        Axis axis = new Axis(gains.get(0), gains.get(gains.size() - 1), LEFT, RIGHT);
        axis.draw(drawing, gains, TOP, BOTTOM);
        for (double error : errors) {
            drawing.line(LEFT, y(error, most), RIGHT, y(error, most), "rule")
                    .text(LEFT - 8, y(error, most) + 4, "end", "muted", Numbers.tick(error));
        }
        drawing.line(axis.at(mean), TOP, axis.at(mean), BOTTOM, "zero")
                .line(axis.at(mean), TOP, axis.at(mean - Z * most), BOTTOM, "prediction")
                .line(axis.at(mean), TOP, axis.at(mean + Z * most), BOTTOM, "prediction")
                .text((LEFT + RIGHT) / 2, BOTTOM + 34, "middle", "muted", "Mean gain in points")
                .text(LEFT - 56, TOP - 8, "start", "muted", "Standard error");
        sites.forEach(site -> drawing.circle(axis.at(site.gain()), y(site.error(), most), 4, "mark"));
        return drawing.toString();
    }

    private double largest() {
        return Math.max(0.01, sites.stream().mapToDouble(Site::error).max().orElse(0.01));
    }

    /** The most certain on top. */
    private static double y(double error, double most) {
        return TOP + error / most * (BOTTOM - TOP);
    }

    @Override
    public Map<String, Object> vegaLite() {
        List<Map<String, Object>> data = sites.stream()
                .map(site ->
                        Vega.object("site", site.label(), "n", site.n(), "gain", site.gain(), "error", site.error()))
                .toList();
        Map<String, Object> error = Vega.quantity("error", "Standard error");
        error.put("sort", "descending");
        return Vega.view(
                this,
                data,
                "point",
                Vega.object(
                        "x", Vega.quantity("gain", "Mean gain in points"), "y", error, "tooltip", Vega.field("site")));
    }
}
