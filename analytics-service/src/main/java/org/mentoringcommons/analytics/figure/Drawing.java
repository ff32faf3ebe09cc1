package org.mentoringcommons.analytics.figure;

import java.util.Locale;

/**
 * One SVG element under construction. Colours are CSS variables with a light and a dark set; paper always gets the light
 * one. Whatever a colour says is also said by a pattern, a shape or a word.
 */
final class Drawing {

    /** Width of every figure, in CSS pixels; it scales with the page. */
    static final double WIDTH = 720;

    private static final String STYLE =
            """
            .mc-figure{--ink:#1f2328;--muted:#59636e;--rule:#d5dae0;--paper:#fff;--before:#9a5b13;--before-fill:#fbe8cf;\
            --now:#0a5c9e;--now-fill:#cfe4f7;--mark:#0a5c9e;\
            font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;\
            font-size:12px;font-variant-numeric:tabular-nums}
            @media screen and (prefers-color-scheme:dark){.mc-figure{--ink:#e6edf3;--muted:#a3adb8;--rule:#3b434c;\
            --paper:#12161b;--before:#e8b36a;--before-fill:#4a3212;--now:#7cc0f5;--now-fill:#123a5c;--mark:#7cc0f5}}
            .mc-figure text{fill:var(--ink)}.mc-figure .muted{fill:var(--muted);font-size:11px}
            .mc-figure .strong{font-weight:600}.mc-figure .small{font-size:10.5px}
            .mc-figure .on-dark{fill:#fff;font-size:10.5px}.mc-figure .on-light{fill:#1f2328;font-size:10.5px}
            .mc-figure .paper{fill:var(--paper)}.mc-figure .rule{stroke:var(--rule);stroke-width:1}
            .mc-figure .axis{stroke:var(--muted);stroke-width:1}
            .mc-figure .zero{stroke:var(--ink);stroke-width:1;stroke-dasharray:3 3}
            .mc-figure .before{fill:var(--before-fill);stroke:var(--before);stroke-width:1.25}
            .mc-figure .now{fill:var(--now-fill);stroke:var(--now);stroke-width:1.25}
            .mc-figure .before-line{stroke:var(--before);stroke-width:1.25;fill:none}
            .mc-figure .now-line{stroke:var(--now);stroke-width:1.25;fill:none}
            .mc-figure .before-median{stroke:var(--before);stroke-width:3}
            .mc-figure .now-median{stroke:var(--now);stroke-width:3}
            .mc-figure .hatch{stroke:var(--before);stroke-width:1;stroke-opacity:.45}
            .mc-figure .mean{fill:var(--paper);stroke:var(--ink);stroke-width:1.25}
            .mc-figure .mark{fill:var(--mark)}.mc-figure .mark-line{stroke:var(--mark);stroke-width:1.5}
            .mc-figure .bar{fill:var(--mark)}.mc-figure .bar-back{fill:var(--now-fill);stroke:var(--now);stroke-width:1}
            .mc-figure .empty{fill:none;stroke:var(--rule)}
            .mc-figure .diamond{fill:var(--ink)}.mc-figure .prediction{stroke:var(--ink);stroke-width:1.5}
            .mc-figure .s1{fill:#8c510a}.mc-figure .s2{fill:#bf812d}.mc-figure .s3{fill:#dfc27d}.mc-figure .s4{fill:#e3e6e8}\
            .mc-figure .s5{fill:#a6cee3}.mc-figure .s6{fill:#4393c3}.mc-figure .s7{fill:#1a5a92}
            .mc-figure .segment{stroke:var(--paper);stroke-width:1}
            """;

    private final String name;
    private final String title;
    private final String description;
    private final double height;
    private final StringBuilder marks = new StringBuilder();

    Drawing(Figure figure, double height) {
        this.name = figure.name();
        this.title = figure.title();
        this.description = figure.description();
        this.height = height;
    }

    /** Writes text; {@code anchor} is start, middle or end. */
    Drawing text(double x, double y, String anchor, String style, String words) {
        marks.append(String.format(
                Locale.ROOT,
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\"%s>%s</text>\n",
                Numbers.coordinate(x),
                Numbers.coordinate(y),
                anchor,
                style.isEmpty() ? "" : " class=\"" + style + "\"",
                Markup.text(words)));
        return this;
    }

    Drawing line(double x1, double y1, double x2, double y2, String style) {
        return mark("line", style, "x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"", x1, y1, x2, y2);
    }

    Drawing box(double x, double y, double width, double height, String style) {
        return mark("rect", style, "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"", x, y, width, height);
    }

    Drawing circle(double x, double y, double radius, String style) {
        return mark("circle", style, "cx=\"%s\" cy=\"%s\" r=\"%s\"", x, y, radius);
    }

    /** A square on its corner, from left to right end. */
    Drawing diamond(double left, double right, double y, double halfHeight, String style) {
        double middle = (left + right) / 2;
        return mark(
                "path",
                style,
                "d=\"M%s %sL%s %sL%s %sL%s %sZ\"",
                left,
                y,
                middle,
                y - halfHeight,
                right,
                y,
                middle,
                y + halfHeight);
    }

    /** A box filled with slanting lines, so that it is told apart without colour. */
    Drawing hatched(double x, double y, double width, double height) {
        marks.append(String.format(
                Locale.ROOT,
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"url(#%s-hatch)\"/>\n",
                Numbers.coordinate(x),
                Numbers.coordinate(y),
                Numbers.coordinate(width),
                Numbers.coordinate(height),
                name));
        return this;
    }

    private Drawing mark(String element, String style, String form, double... numbers) {
        Object[] coordinates = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            coordinates[i] = Numbers.coordinate(numbers[i]);
        }
        marks.append("<").append(element).append(" class=\"").append(style).append("\" ");
        marks.append(String.format(Locale.ROOT, form, coordinates)).append("/>\n");
        return this;
    }

    @Override
    public String toString() {
        String size = Numbers.coordinate(WIDTH) + " " + Numbers.coordinate(height);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"mc-figure\" id=\"figure-" + name + "\" viewBox=\"0 0 "
                + size + "\" width=\"" + Numbers.coordinate(WIDTH) + "\" height=\"" + Numbers.coordinate(height)
                + "\" role=\"img\" aria-labelledby=\"" + name + "-title " + name + "-desc\">\n<title id=\"" + name
                + "-title\">" + Markup.text(title) + "</title>\n<desc id=\"" + name + "-desc\">"
                + Markup.text(description) + "</desc>\n<style>" + STYLE + "</style>\n<defs><pattern id=\"" + name
                + "-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                + "<line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern></defs>\n"
                + "<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n" + marks + "</svg>\n";
    }
}
