package org.mentoringcommons.analytics.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Boxplots of before and now, one pair a competency.
 *
 * @param name its name in addresses
 * @param title in a few words
 * @param description in sentences
 * @param points the highest score; the lowest is 1
 * @param pairs one entry a competency
 */
public record Boxplots(String name, String title, String description, int points, List<Pair> pairs) implements Figure {

    private static final double TOP = 44;
    private static final double BAND = 62;
    private static final double HALF_BOX = 9;
    private static final double RIGHT = Drawing.WIDTH - 128;

    /**
     * One competency.
     *
     * @param label its name
     * @param n people with both scores; no boxes are drawn of nobody
     * @param gain mean gain in points
     * @param before scores before
     * @param now scores now
     */
    public record Pair(String label, long n, double gain, Box before, Box now) {}

    /**
     * One boxplot in scale points.
     *
     * @param low lower whisker
     * @param lower lower quartile
     * @param median middle
     * @param upper upper quartile
     * @param high upper whisker
     * @param mean arithmetic mean
     * @param outside distinct scores beyond the whiskers
     */
    public record Box(
            double low, double lower, double median, double upper, double high, double mean, List<Double> outside) {

        /** What stands for a box of nobody. */
        public static final Box NONE = new Box(0, 0, 0, 0, 0, 0, List.of());
    }

    @Override
    public DataTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Pair pair : pairs) {
            rows.add(row(pair, "before", pair.before()));
            rows.add(row(pair, "now", pair.now()));
        }
        return new DataTable(
                List.of("Competency", "When", "n", "Low", "Q1", "Median", "Q3", "High", "Mean", "Outside"), rows);
    }

    private static List<String> row(Pair pair, String when, Box box) {
        List<String> cells = new ArrayList<>(List.of(pair.label(), when, Long.toString(pair.n())));
        for (double value : new double[] {box.low(), box.lower(), box.median(), box.upper(), box.high(), box.mean()}) {
            cells.add(pair.n() == 0 ? "–" : Numbers.fixed(value, 2));
        }
        cells.add(Integer.toString(box.outside().size()));
        return cells;
    }

    @Override
    public String svg() {
        double bottom = TOP + Math.max(1, pairs.size()) * BAND;
        Drawing drawing = new Drawing(this, bottom + 46);
        Axis axis =
                new Axis(1, points, Labels.width(pairs.stream().map(Pair::label).toList()), RIGHT);
        legend(drawing, axis.left());
        axis.draw(drawing, Numbers.ticks(1, points, points - 1), TOP, bottom);
        drawing.text((axis.left() + axis.right()) / 2, bottom + 34, "middle", "muted", "Score, 1 to " + points);
        drawing.text(Drawing.WIDTH - 8, TOP - 8, "end", "muted", "mean gain");
        drawing.text(Drawing.WIDTH - 76, TOP - 8, "end", "muted", "n");
        for (int i = 0; i < pairs.size(); i++) {
            draw(drawing, axis, pairs.get(i), TOP + i * BAND + BAND / 2);
        }
        return drawing.toString();
    }

    private static void draw(Drawing drawing, Axis axis, Pair pair, double y) {
        drawing.text(axis.left() - 12, y + 4, "end", "", Labels.shorten(pair.label()));
        drawing.text(Drawing.WIDTH - 76, y + 4, "end", "", Long.toString(pair.n()));
        if (pair.n() > 0) {
            String sign = pair.gain() > 0 ? "+" : "";
            drawing.text(Drawing.WIDTH - 8, y + 4, "end", "strong", sign + Numbers.fixed(pair.gain(), 2));
            box(drawing, axis, pair.before(), y - 13, "before");
            box(drawing, axis, pair.now(), y + 13, "now");
        }
    }

    private static void box(Drawing drawing, Axis axis, Box box, double y, String when) {
        double left = axis.at(box.lower());
        double width = axis.at(box.upper()) - left;
        drawing.line(axis.at(box.low()), y, left, y, when + "-line")
                .line(left + width, y, axis.at(box.high()), y, when + "-line")
                .line(axis.at(box.low()), y - 4, axis.at(box.low()), y + 4, when + "-line")
                .line(axis.at(box.high()), y - 4, axis.at(box.high()), y + 4, when + "-line")
                .box(left, y - HALF_BOX, width, 2 * HALF_BOX, when);
        if (when.equals("before")) {
            drawing.hatched(left, y - HALF_BOX, width, 2 * HALF_BOX);
        }
        double median = axis.at(box.median());
        drawing.line(median, y - HALF_BOX, median, y + HALF_BOX, when + "-median");
        double mean = axis.at(box.mean());
        drawing.diamond(mean - 4.5, mean + 4.5, y, 4.5, "mean");
        box.outside().forEach(value -> drawing.circle(axis.at(value), y, 2.5, when + "-line"));
    }

    private static void legend(Drawing drawing, double x) {
        drawing.box(x, 12, 18, 12, "before").hatched(x, 12, 18, 12).text(x + 24, 22, "start", "muted", "before");
        drawing.box(x + 78, 12, 18, 12, "now").text(x + 102, 22, "start", "muted", "now");
        drawing.diamond(x + 148, x + 157, 18, 4.5, "mean").text(x + 163, 22, "start", "muted", "mean");
        drawing.circle(x + 210, 18, 2.5, "before-line").text(x + 218, 22, "start", "muted", "beyond the whiskers");
    }

    @Override
    public Map<String, Object> vegaLite() {
        List<Map<String, Object>> data = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.n() > 0) {
                data.add(datum(pair, "before", pair.before()));
                data.add(datum(pair, "now", pair.now()));
            }
        }
        Map<String, Object> when = Vega.object(
                "field",
                "when",
                "type",
                "nominal",
                "title",
                "When",
                "scale",
                Vega.object("domain", List.of("before", "now"), "range", List.of("#9a5b13", "#0a5c9e")));
        return Vega.layers(
                this,
                data,
                Vega.object(
                        "y",
                        Vega.ordered(
                                "competency",
                                "Competency",
                                pairs.stream().map(Pair::label).toList()),
                        "yOffset",
                        Vega.object("field", "when", "type", "nominal", "sort", List.of("before", "now"))),
                Vega.layer(
                        Vega.object("type", "rule"),
                        Vega.object(
                                "x",
                                Vega.quantity("low", "Score", 1, points),
                                "x2",
                                Vega.field("high"),
                                "color",
                                when)),
                Vega.layer(
                        Vega.object("type", "bar", "size", 12, "opacity", 0.6),
                        Vega.object("x", Vega.quantity("lower", "Score"), "x2", Vega.field("upper"), "color", when)),
                Vega.layer(
                        Vega.object("type", "tick", "size", 14, "thickness", 3),
                        Vega.object("x", Vega.quantity("median", "Score"), "color", when)),
                Vega.layer(
                        Vega.object("type", "point", "shape", "diamond", "filled", true),
                        Vega.object("x", Vega.quantity("mean", "Score"), "color", when)));
    }

    private static Map<String, Object> datum(Pair pair, String when, Box box) {
        return Vega.object(
                "competency",
                pair.label(),
                "when",
                when,
                "n",
                pair.n(),
                "low",
                box.low(),
                "lower",
                box.lower(),
                "median",
                box.median(),
                "upper",
                box.upper(),
                "high",
                box.high(),
                "mean",
                box.mean());
    }
}
