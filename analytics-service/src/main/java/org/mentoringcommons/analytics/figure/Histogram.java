package org.mentoringcommons.analytics.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * How often values of each size occur.
 *
 * @param name its name in addresses
 * @param title in a few words
 * @param description in sentences
 * @param values what is on the horizontal axis, with its unit
 * @param things what is counted, such as "Workshops"
 * @param bins side by side, ascending
 */
public record Histogram(String name, String title, String description, String values, String things, List<Bin> bins)
        implements Figure {

    private static final double TOP = 22;
    private static final double BOTTOM = 232;
    private static final double LEFT = 56;
    private static final double RIGHT = Drawing.WIDTH - 16;
    private static final int MOST_BINS = 40;

    /**
     * One bar.
     *
     * @param from lower end, included
     * @param to upper end, not included
     * @param count things in between
     */
    public record Bin(double from, double to, long count) {}

    /**
     * Puts values in bins of one round width, of at most forty.
     *
     * @param counted values with how often each occurs
     * @param finest the narrowest bin that makes sense, such as one person
     * @return bins from the smallest to the largest value; none of nothing
     */
    public static List<Bin> bins(SortedMap<Double, Long> counted, double finest) {
        List<Bin> bins = new ArrayList<>();
        if (counted.isEmpty()) {
            return bins;
        }
        double width = finest;
        double span = counted.lastKey() - counted.firstKey();
        for (double factor = 2; span / width >= MOST_BINS; factor = factor == 2 ? 2.5 : 2) {
            width *= factor;
        }
        for (double from = Math.floor(counted.firstKey() / width) * width; from <= counted.lastKey(); from += width) {
            long inside = counted.subMap(from, from + width).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            bins.add(new Bin(from, from + width, inside));
        }
        return bins;
    }

    @Override
    public DataTable table() {
        return new DataTable(
                List.of(values + ", from", "to below", things),
                bins.stream()
                        .map(bin ->
                                List.of(Numbers.tick(bin.from()), Numbers.tick(bin.to()), Long.toString(bin.count())))
                        .toList());
    }

    @Override
    public String svg() {
        Drawing drawing = new Drawing(this, BOTTOM + 44);
        long most = bins.stream().mapToLong(Bin::count).max().orElse(1);
        List<Double> counts = Numbers.ticks(0, Math.max(1, most), 5).stream()
                .filter(tick -> tick == Math.rint(tick))
                .toList();
        double high = counts.get(counts.size() - 1) > 0 ? counts.get(counts.size() - 1) : 1;
        for (double count : counts) {
            double y = BOTTOM - count / high * (BOTTOM - TOP);
            drawing.line(LEFT, y, RIGHT, y, "rule").text(LEFT - 8, y + 4, "end", "muted", Numbers.tick(count));
        }
        double width = (RIGHT - LEFT) / Math.max(1, bins.size());
        int every = Math.max(1, (int) Math.ceil(bins.size() / 20.0));
        for (int i = 0; i < bins.size(); i++) {
            Bin bin = bins.get(i);
            double x = LEFT + i * width;
            double bar = bin.count() / high * (BOTTOM - TOP);
            if (bin.count() > 0) {
                drawing.box(x + 1.5, BOTTOM - bar, width - 3, bar, "bar")
                        .text(x + width / 2, BOTTOM - bar - 5, "middle", "small", Long.toString(bin.count()));
            }
            if (i % every == 0) {
                drawing.text(x + width / 2, BOTTOM + 16, "middle", "muted", Numbers.tick(bin.from()));
            }
        }
        drawing.line(LEFT, BOTTOM, RIGHT, BOTTOM, "axis")
                .text((LEFT + RIGHT) / 2, BOTTOM + 34, "middle", "muted", values)
                .text(LEFT - 44, TOP - 8, "start", "muted", things);
        return drawing.toString();
    }

    @Override
    public Map<String, Object> vegaLite() {
        List<Map<String, Object>> data = bins.stream()
                .map(bin -> Vega.object("from", bin.from(), "to", bin.to(), "count", bin.count()))
                .toList();
        Map<String, Object> from = Vega.quantity("from", values);
        from.put("bin", "binned");
        return Vega.view(
                this,
                data,
                Vega.object("type", "bar", "tooltip", true),
                Vega.object("x", from, "x2", Vega.field("to"), "y", Vega.quantity("count", things)));
    }
}
