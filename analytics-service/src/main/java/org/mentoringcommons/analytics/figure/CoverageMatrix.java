package org.mentoringcommons.analytics.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which modules each workshop covered; a workshop of which nobody knows is a column of question marks, not an empty one.
 *
 * @param name its name in addresses
 * @param title in a few words
 * @param description in sentences
 * @param modules the rows
 * @param columns workshops, or groups of workshops that covered the same
 */
public record CoverageMatrix(String name, String title, String description, List<String> modules, List<Column> columns)
        implements Figure {

    private static final double TOP = 30;
    private static final double ROW = 24;
    private static final double WIDEST = 34;

    /**
     * One workshop, or several alike.
     *
     * @param label what stands above it
     * @param workshops how many it stands for
     * @param covered the modules covered; empty if nobody knows
     */
    public record Column(String label, long workshops, Optional<Set<String>> covered) {

        private String word(String module) {
            return covered.map(modules -> modules.contains(module) ? "covered" : "not covered")
                    .orElse("unknown");
        }
    }

    private long covering(String module) {
        return columns.stream()
                .filter(column -> column.word(module).equals("covered"))
                .mapToLong(Column::workshops)
                .sum();
    }

    private long known() {
        return columns.stream()
                .filter(column -> column.covered().isPresent())
                .mapToLong(Column::workshops)
                .sum();
    }

    @Override
    public DataTable table() {
        List<String> header = new ArrayList<>(List.of("Workshop", "Workshops"));
        header.addAll(modules);
        List<List<String>> rows = new ArrayList<>();
        for (Column column : columns) {
            List<String> cells = new ArrayList<>(List.of(column.label(), Long.toString(column.workshops())));
            modules.forEach(module -> cells.add(column.word(module)));
            rows.add(cells);
        }
        return new DataTable(header, rows);
    }

    @Override
    public String svg() {
        double bottom = TOP + Math.max(1, modules.size()) * ROW;
        Drawing drawing = new Drawing(this, bottom + 44);
        double left = Labels.width(modules);
        double width = Math.min(WIDEST, (Drawing.WIDTH - 122 - left) / Math.max(1, columns.size()));
        double size = Math.min(16, width - 3);
        drawing.text(Drawing.WIDTH - 8, TOP - 12, "end", "muted", "covered / known");
        int every = Math.max(1, (int) Math.ceil(18 / width));
        for (int column = 0; column < columns.size(); column += every) {
            drawing.text(
                    left + (column + 0.5) * width,
                    TOP - 12,
                    "middle",
                    "muted",
                    columns.get(column).label());
        }
        for (int row = 0; row < modules.size(); row++) {
            String module = modules.get(row);
            double y = TOP + (row + 0.5) * ROW;
            drawing.text(left - 12, y + 4, "end", "", Labels.shorten(module))
                    .text(Drawing.WIDTH - 8, y + 4, "end", "", covering(module) + " / " + known());
            for (int column = 0; column < columns.size(); column++) {
                cell(
                        drawing,
                        left + (column + 0.5) * width,
                        y,
                        size,
                        columns.get(column).word(module));
            }
        }
        legend(drawing, left, bottom + 24);
        return drawing.toString();
    }

    private static void cell(Drawing drawing, double x, double y, double size, String word) {
        double corner = size / 2;
        switch (word) {
            case "covered" -> drawing.box(x - corner, y - corner, size, size, "bar");
            case "unknown" ->
                drawing.box(x - corner, y - corner, size, size, "empty").text(x, y + 4, "middle", "muted", "?");
            default -> drawing.box(x - corner, y - corner, size, size, "empty");
        }
    }

    private static void legend(Drawing drawing, double x, double y) {
        cell(drawing, x + 8, y, 16, "covered");
        drawing.text(x + 22, y + 4, "start", "muted", "covered");
        cell(drawing, x + 88, y, 16, "not covered");
        drawing.text(x + 102, y + 4, "start", "muted", "not covered");
        cell(drawing, x + 188, y, 16, "unknown");
        drawing.text(x + 202, y + 4, "start", "muted", "not known");
    }

    @Override
    public Map<String, Object> vegaLite() {
        List<Map<String, Object>> data = new ArrayList<>();
        for (Column column : columns) {
            for (String module : modules) {
                data.add(Vega.object(
                        "module",
                        module,
                        "workshop",
                        column.label(),
                        "workshops",
                        column.workshops(),
                        "coverage",
                        column.word(module)));
            }
        }
        return Vega.view(
                this,
                data,
                Vega.object("type", "rect", "tooltip", true),
                Vega.object(
                        "y",
                        Vega.ordered("module", "Module", modules),
                        "x",
                        Vega.ordered(
                                "workshop",
                                "Workshop",
                                columns.stream().map(Column::label).toList()),
                        "color",
                        Vega.object(
                                "field",
                                "coverage",
                                "type",
                                "nominal",
                                "title",
                                "Coverage",
                                "scale",
                                Vega.object(
                                        "domain",
                                        List.of("covered", "not covered", "unknown"),
                                        "range",
                                        List.of("#0a5c9e", "#e3e6e8", "#fbe8cf")))));
    }
}
