package org.mentoringcommons.analytics.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Shares of ratings as bars that part at the middle of the scale: low ratings to the left, high ones to the right.
 *
 * @param name its name in addresses
 * @param title in a few words
 * @param description in sentences
 * @param lowest words at the lowest rating
 * @param highest words at the highest rating
 * @param bars one entry a bar
 */
public record DivergingBars(
        String name, String title, String description, String lowest, String highest, List<Bar> bars)
        implements Figure {

    private static final double TOP = 58;
    private static final double BAND = 26;
    private static final double GAP = 12;
    private static final double HEIGHT = 19;
    private static final double RIGHT = Drawing.WIDTH - 56;
    private static final double WIDE_ENOUGH = 22;

    /**
     * One bar.
     *
     * @param group what several bars have in common, such as the competency
     * @param label what tells it apart, such as "before"
     * @param counts how often each rating was given, from 1 on
     */
    public record Bar(String group, String label, List<Long> counts) {

        long n() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }

        double percent(int rating) {
            return n() == 0 ? 0 : 100.0 * counts.get(rating - 1) / n();
        }

        /** What lies left of the middle, half of a middle rating included. */
        double low() {
            double share = 0;
            for (int rating = 1; rating <= counts.size(); rating++) {
                double left = Math.max(0, Math.min(1, (counts.size() + 1) / 2.0 - rating + 0.5));
                share += left * percent(rating);
            }
            return share;
        }
    }

    private int ratings() {
        return bars.stream().mapToInt(bar -> bar.counts().size()).max().orElse(2);
    }

    @Override
    public DataTable table() {
        List<String> header = new ArrayList<>(List.of("Competency", "When", "Ratings"));
        for (int rating = 1; rating <= ratings(); rating++) {
            header.add("Rated " + rating);
        }
        return new DataTable(header, bars.stream().map(this::cells).toList());
    }

    private List<String> cells(Bar bar) {
        List<String> cells = new ArrayList<>(List.of(bar.group(), bar.label(), Long.toString(bar.n())));
        for (int rating = 1; rating <= ratings(); rating++) {
            cells.add(bar.n() == 0 ? "–" : Numbers.fixed(bar.percent(rating), 1) + " %");
        }
        return cells;
    }

    @Override
    public String svg() {
        double[] tops = tops();
        double bottom = bars.isEmpty() ? TOP + BAND : tops[tops.length - 1] + BAND;
        Drawing drawing = new Drawing(this, bottom + 44);
        double room = Labels.width(bars.stream().map(Bar::group).toList()) + 46;
        double left = bars.stream().mapToDouble(Bar::low).max().orElse(50);
        double right = bars.stream().mapToDouble(bar -> 100 - bar.low()).max().orElse(50);
        List<Double> ticks = Numbers.ticks(-Math.max(10, left), Math.max(10, right), 6);
        Axis axis = new Axis(ticks.get(0), ticks.get(ticks.size() - 1), room, RIGHT);
        for (double tick : ticks) {
            drawing.line(axis.at(tick), TOP - 6, axis.at(tick), bottom, tick == 0 ? "axis" : "rule")
                    .text(axis.at(tick), bottom + 16, "middle", "muted", Numbers.tick(Math.abs(tick)) + " %");
        }
        drawing.text((room + RIGHT) / 2, bottom + 34, "middle", "muted", "Share of ratings");
        drawing.text(Drawing.WIDTH - 8, TOP - 14, "end", "muted", "ratings");
        legend(drawing, room);
        for (int i = 0; i < bars.size(); i++) {
            boolean first =
                    i == 0 || !bars.get(i - 1).group().equals(bars.get(i).group());
            draw(drawing, axis, bars.get(i), tops[i], room, first);
        }
        return drawing.toString();
    }

    /** Bars of one group stand closer together. */
    private double[] tops() {
        double[] tops = new double[bars.size()];
        double y = TOP;
        for (int i = 0; i < tops.length; i++) {
            y += i > 0 && !bars.get(i).group().equals(bars.get(i - 1).group()) ? GAP : 0;
            tops[i] = y;
            y += BAND;
        }
        return tops;
    }

    private void draw(Drawing drawing, Axis axis, Bar bar, double top, double room, boolean first) {
        double text = top + HEIGHT - 5;
        if (first) {
            drawing.text(room - 58, text, "end", "", Labels.shorten(bar.group()));
        }
        drawing.text(room - 10, text, "end", "muted", bar.label());
        drawing.text(Drawing.WIDTH - 8, text, "end", "", Long.toString(bar.n()));
        double from = -bar.low();
        for (int rating = 1; rating <= bar.counts().size() && bar.n() > 0; rating++) {
            double x = axis.at(from);
            from += bar.percent(rating);
            double width = axis.at(from) - x;
            if (width > 0) {
                drawing.box(x, top, width, HEIGHT, "segment " + shade(rating));
            }
            if (width >= WIDE_ENOUGH) {
                drawing.text(x + width / 2, text, "middle", ink(rating), Numbers.fixed(bar.percent(rating), 0));
            }
        }
    }

    private void legend(Drawing drawing, double x) {
        drawing.text(x, 22, "start", "muted", lowest);
        double at = x + lowest.length() * 6 + 10;
        for (int rating = 1; rating <= ratings(); rating++) {
            drawing.box(at, 10, 24, 17, "segment " + shade(rating))
                    .text(at + 12, 22.5, "middle", ink(rating), Integer.toString(rating));
            at += 24;
        }
        drawing.text(at + 8, 22, "start", "muted", highest);
    }

    /** Seven shades; scales of other lengths take their ends and spread between. */
    private int step(int rating) {
        int ratings = ratings();
        return ratings == 1 ? 4 : (int) Math.round(1 + 6.0 * (rating - 1) / (ratings - 1));
    }

    private String shade(int rating) {
        return "s" + step(rating);
    }

    private String ink(int rating) {
        return List.of(1, 7).contains(step(rating)) ? "on-dark" : "on-light";
    }

    @Override
    public Map<String, Object> vegaLite() {
        List<Map<String, Object>> data = new ArrayList<>();
        for (Bar bar : bars) {
            double from = -bar.low();
            for (int rating = 1; rating <= bar.counts().size() && bar.n() > 0; rating++) {
                data.add(Vega.object(
                        "bar",
                        bar.group() + ", " + bar.label(),
                        "rating",
                        rating,
                        "count",
                        bar.counts().get(rating - 1),
                        "percent",
                        bar.percent(rating),
                        "from",
                        from,
                        "to",
                        from + bar.percent(rating)));
                from += bar.percent(rating);
            }
        }
        List<String> order = bars.stream()
                .map(bar -> bar.group() + ", " + bar.label())
                .distinct()
                .toList();
        return Vega.view(
                this,
                data,
                Vega.object("type", "bar", "tooltip", true),
                Vega.object(
                        "y",
                        Vega.ordered("bar", null, order),
                        "x",
                        Vega.quantity("from", "Share of ratings (%)"),
                        "x2",
                        Vega.field("to"),
                        "color",
                        Vega.object(
                                "field",
                                "rating",
                                "type",
                                "ordinal",
                                "title",
                                "Rating",
                                "scale",
                                Vega.object("scheme", "brownbluegreen"))));
    }

    /** {@return counts as a list, from an array by rating whose index 0 is unused} */
    public static List<Long> counts(long[] byRating) {
        return Arrays.stream(byRating, 1, byRating.length).boxed().toList();
    }
}
