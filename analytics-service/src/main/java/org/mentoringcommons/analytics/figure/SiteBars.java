package org.mentoringcommons.analytics.figure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * People at each site: everybody present, everybody who responded, and everybody who agreed to research.
 *
 * @param name its name in addresses
 * @param title in a few words
 * @param description in sentences
 * @param sites one entry a bar
 */
public record SiteBars(String name, String title, String description, List<Site> sites) implements Figure {

    private static final double TOP = 40;
    private static final double BAND = 26;
    private static final double RIGHT = Drawing.WIDTH - 196;

    /**
     * One site.
     *
     * @param label its name
     * @param workshops analysed workshops
     * @param attended people present
     * @param responded people who answered
     * @param consented those of them who agreed to research
     */
    public record Site(String label, long workshops, long attended, long responded, long consented) {}

    @Override
    public DataTable table() {
        return new DataTable(
                List.of("Site", "Workshops", "Present", "Responded", "Agreed to research"),
                sites.stream()
                        .map(site -> List.of(
                                site.label(),
                                Long.toString(site.workshops()),
                                Long.toString(site.attended()),
                                Long.toString(site.responded()),
                                Long.toString(site.consented())))
                        .toList());
    }

    @Override
    public String svg() {
        double bottom = TOP + Math.max(1, sites.size()) * BAND;
        Drawing drawing = new Drawing(this, bottom + 44);
        long most = sites.stream()
                .mapToLong(site -> Math.max(site.attended(), site.responded()))
                .max()
                .orElse(1);
        List<Double> ticks = Numbers.ticks(0, Math.max(1, most), 6);
        Axis axis = new Axis(
                0,
                ticks.get(ticks.size() - 1),
                Labels.width(sites.stream().map(Site::label).toList()),
                RIGHT);
        axis.draw(drawing, ticks, TOP - 6, bottom);
        legend(drawing, axis.left());
        drawing.text((axis.left() + RIGHT) / 2, bottom + 34, "middle", "muted", "People")
                .text(Drawing.WIDTH - 118, TOP - 12, "end", "muted", "workshops")
                .text(Drawing.WIDTH - 8, TOP - 12, "end", "muted", "agreed / present");
        for (int i = 0; i < sites.size(); i++) {
            draw(drawing, axis, sites.get(i), TOP + i * BAND + BAND / 2);
        }
        return drawing.toString();
    }

    private static void draw(Drawing drawing, Axis axis, Site site, double y) {
        drawing.text(axis.left() - 12, y + 4, "end", "", Labels.shorten(site.label()))
                .box(axis.left(), y - 9, axis.at(site.attended()) - axis.left(), 18, "bar-back")
                .box(axis.left(), y - 5, axis.at(site.consented()) - axis.left(), 10, "bar")
                .line(axis.at(site.responded()), y - 11, axis.at(site.responded()), y + 11, "prediction")
                .text(Drawing.WIDTH - 118, y + 4, "end", "", Long.toString(site.workshops()))
                .text(Drawing.WIDTH - 8, y + 4, "end", "", site.consented() + " / " + site.attended());
    }

    private static void legend(Drawing drawing, double x) {
        drawing.box(x, 10, 18, 12, "bar-back").text(x + 24, 20, "start", "muted", "present");
        drawing.line(x + 88, 8, x + 88, 24, "prediction").text(x + 96, 20, "start", "muted", "responded");
        drawing.box(x + 164, 12, 18, 8, "bar").text(x + 188, 20, "start", "muted", "agreed to research");
    }

    @Override
    public Map<String, Object> vegaLite() {
        List<Map<String, Object>> data = sites.stream()
                .flatMap(site -> Stream.of(
                        datum(site, "present", site.attended()),
                        datum(site, "responded", site.responded()),
                        datum(site, "agreed to research", site.consented())))
                .toList();
        List<String> kinds = List.of("present", "responded", "agreed to research");
        return Vega.view(
                this,
                data,
                Vega.object("type", "bar", "tooltip", true),
                Vega.object(
                        "y",
                        Vega.ordered(
                                "site", "Site", sites.stream().map(Site::label).toList()),
                        "yOffset",
                        Vega.object("field", "who", "type", "nominal", "sort", kinds),
                        "x",
                        Vega.quantity("people", "People"),
                        "color",
                        Vega.ordered("who", "Who", kinds)));
    }

    private static Map<String, Object> datum(Site site, String who, long people) {
        return Vega.object("site", site.label(), "who", who, "people", people);
    }
}
