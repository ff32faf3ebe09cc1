package org.mentoringcommons.analytics.report;

import static org.mentoringcommons.analytics.figure.Markup.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.figure.Figure;
import org.mentoringcommons.analytics.section.Section;

/** The report as a page to read on a screen and to print: numbered tables and figures, notes, methods. */
final class Page {

    static final String TYPE = "text/html";
    private static final String STYLE = resource("page.css");

    private final Report report;
    private final List<Chapter> chapters;
    private final StringBuilder out = new StringBuilder(1 << 16);
    private int tables;
    private int figures;

    private Page(Report report) {
        this.report = report;
        this.chapters = Chapter.of(report.sections());
    }

    static String of(Report report) {
        return new Page(report).write();
    }

    private String write() {
        out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(text(report.title()))
                .append(" – study-team report</title>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#results\">To the results</a>\n");
        front();
        contents();
        out.append("<main id=\"results\">\n");
        int number = 0;
        for (Chapter chapter : chapters) {
            chapter(chapter, ++number);
        }
        methods(++number);
        out.append("</main>\n");
        out.append("<footer><p>").append(identity()).append("</p></footer>\n</body>\n</html>\n");
        return out.toString();
    }

    private void front() {
        out.append("<header>\n<p class=\"kicker\">Study-team report</p>\n<h1>")
                .append(text(report.title()))
                .append("</h1>\n<dl class=\"facts\">\n");
        fact("Study", report.study());
        fact(
                "Declaration",
                "version " + report.version() + ", "
                        + report.declaredAt().toString().substring(0, 10));
        fact("Institutions", Long.toString(report.institutions()));
        fact("Population", report.population().equals("consented") ? "agreed to research" : report.population());
        fact("State of the data", report.watermark());
        out.append(
                "</dl>\n<p class=\"confidential\"><strong>For the study’s named team only.</strong> The results are not"
                        + " suppressed: small groups are shown as they are. What may be published is a release.</p>\n</header>\n");
    }

    private void fact(String name, String value) {
        out.append("<div><dt>")
                .append(name)
                .append("</dt><dd>")
                .append(text(value))
                .append("</dd></div>\n");
    }

    private String identity() {
        return text(report.study()) + " · version " + report.version() + " · state of the data "
                + text(report.watermark());
    }

    private void contents() {
        out.append("<nav aria-label=\"Contents\">\n<ol>\n");
        chapters.forEach(chapter -> out.append("<li><a href=\"#")
                .append(chapter.id())
                .append("\">")
                .append(text(chapter.title()))
                .append("</a></li>\n"));
        out.append("<li><a href=\"#methods\">Methods</a></li>\n</ol>\n</nav>\n");
    }

    private void chapter(Chapter chapter, int number) {
        out.append("<section id=\"").append(chapter.id()).append("\">\n");
        head(number, chapter.title());
        for (Section section : chapter.sections()) {
            if (chapter.isPart(section)) {
                out.append("<h3>").append(text(chapter.titleOf(section))).append("</h3>\n");
            }
            tables(section);
            Placement.after(section, report.figures()).forEach(this::figure);
        }
        out.append("</section>\n");
    }

    private void head(int number, String title) {
        out.append("<h2><span class=\"number\">")
                .append(number)
                .append("</span> ")
                .append(text(title))
                .append("</h2>\n");
    }

    private void tables(Section section) {
        if (section.rows().isEmpty()) {
            out.append("<p class=\"none\">The study declared no rows here, or there is nothing to count.</p>\n");
            return;
        }
        List<Layout> layouts = Layouts.of(section);
        for (Layout layout : layouts) {
            // notes belong under the last table of a section
            boolean last = layout == layouts.get(layouts.size() - 1);
            PageTable.write(out, section, layout, ++tables, last);
        }
    }

    private void figure(Figure figure) {
        figures++;
        out.append("<figure>\n")
                .append(figure.svg())
                .append("<figcaption><b>Figure ")
                .append(figures)
                .append(".</b> ")
                .append(text(figure.title()))
                .append(". ")
                .append(text(figure.description()))
                .append("</figcaption>\n<details><summary>Data of Figure ")
                .append(figures)
                .append("</summary>\n");
        PageTable.write(out, figure.table(), "Data of Figure " + figures);
        out.append("</details>\n</figure>\n");
    }

    private void methods(int number) {
        TreeSet<String> methods = new TreeSet<>();
        report.sections().stream()
                .flatMap(section -> section.rows().stream())
                .flatMap(row -> row.measures().stream())
                .flatMap(measure -> Stream.ofNullable(measure.method())
                        .map(method ->
                                method + (measure.version() == null ? "" : " (version " + measure.version() + ")")))
                .forEach(methods::add);
        out.append("<section id=\"methods\">\n");
        head(number, "Methods");
        out.append("<p>Every figure names its method and edition in the JSON and the CSV, which"
                + " also hold unrounded values. Tables round half up; percentages are rounded in whole numbers."
                + " Intervals have 95 % confidence unless they say otherwise.</p>\n<ul class=\"methods\">\n");
        methods.forEach(method -> out.append("<li>").append(text(method)).append("</li>\n"));
        out.append("</ul>\n</section>\n");
    }

    private static String resource(String name) {
        try (InputStream file = Page.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
