package org.mentoringcommons.analytics.figure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who answered each item, who passed it over, and who had left before: one bar an item, in the order in which they are asked.
 *
 * @param name its name in addresses
 * @param title in a few words
 * @param description in sentences
 * @param people everybody whose answers are looked at
 * @param items one entry a bar
 */
public record ItemBars(String name, String title, String description, long people, List<Item> items) implements Figure {

    private static final double TOP = 40;
    private static final double BAND = 22;
    private static final double RIGHT = Drawing.WIDTH - 110;

    /**
     * One item.
     *
     * @param label its key
     * @param answered people who answered it
     * @param skipped people who did not, and answered something after it
     * @param left people who answered nothing from it on
     */
    public record Item(String label, long answered, long skipped, long left) {}

    @Override
    public DataTable table() {
        return new DataTable(
                List.of("Item", "Answered", "Passed over", "Had left"),
                items.stream()
                        .map(item -> List.of(
                                item.label(),
                                Long.toString(item.answered()),
                                Long.toString(item.skipped()),
                                Long.toString(item.left())))
                        .toList());
    }

    @Override
    public String svg() {
        double bottom = TOP + Math.max(1, items.size()) * BAND;
        Drawing drawing = new Drawing(this, bottom + 44);
        List<Double> ticks = Numbers.ticks(0, Math.max(1, people), 6);
        Axis axis = new Axis(
                0,
                ticks.get(ticks.size() - 1),
                Labels.width(items.stream().map(Item::label).toList()),
                RIGHT);
        axis.draw(drawing, ticks, TOP - 6, bottom);
        legend(drawing, axis.left());
        drawing.text((axis.left() + RIGHT) / 2, bottom + 34, "middle", "muted", "People")
                .text(Drawing.WIDTH - 8, TOP - 12, "end", "muted", "answered / all");
        for (int place = 0; place < items.size(); place++) {
            draw(drawing, axis, items.get(place), TOP + place * BAND + BAND / 2);
        }
        return drawing.toString();
    }

    private void draw(Drawing drawing, Axis axis, Item item, double y) {
        double answered = axis.at(item.answered());
        double reached = axis.at(item.answered() + item.skipped());
        drawing.text(axis.left() - 12, y + 4, "end", "", Labels.shorten(item.label()))
                .box(axis.left(), y - 7, answered - axis.left(), 14, "bar")
                .box(answered, y - 7, reached - answered, 14, "before")
                .hatched(answered, y - 7, reached - answered, 14)
                .box(reached, y - 7, axis.at(people) - reached, 14, "empty")
                .text(Drawing.WIDTH - 8, y + 4, "end", "", item.answered() + " / " + people);
    }

    private static void legend(Drawing drawing, double x) {
        drawing.box(x, 10, 18, 12, "bar").text(x + 24, 20, "start", "muted", "answered");
        drawing.box(x + 92, 10, 18, 12, "before").hatched(x + 92, 10, 18, 12);
        drawing.text(x + 116, 20, "start", "muted", "passed over");
        drawing.box(x + 200, 10, 18, 12, "empty").text(x + 224, 20, "start", "muted", "had left");
    }

    @Override
    public Map<String, Object> vegaLite() {
        List<Map<String, Object>> data = items.stream()
                .flatMap(item -> Stream.of(
                        datum(item, "answered", item.answered()),
                        datum(item, "passed over", item.skipped()),
                        datum(item, "had left", item.left())))
                .toList();
        return Vega.view(
                this,
                data,
                Vega.object("type", "bar", "tooltip", true),
                Vega.object(
                        "y",
                        Vega.ordered(
                                "item", "Item", items.stream().map(Item::label).toList()),
                        "x",
                        Vega.quantity("people", "People"),
                        "color",
                        Vega.ordered("what", "What they did", List.of("answered", "passed over", "had left"))));
    }

    private static Map<String, Object> datum(Item item, String what, long people) {
        return Vega.object("item", item.label(), "what", what, "people", people);
    }
}
