package org.mentoringcommons.analytics.release;

import static org.mentoringcommons.analytics.figure.Markup.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringcommons.analytics.cube.MeasureKey;
import org.mentoringcommons.analytics.figure.DataTable;
import org.mentoringcommons.analytics.figure.Figure;
import org.mentoringcommons.analytics.figure.TableMarkup;
import org.mentoringcommons.analytics.section.Label;

/** A release as a page to read on a screen and to print: a table a measure, a line a group, and the figures. */
final class ReleasePage {

    static final String STYLE = style();

    private final Imprint imprint;
    private final List<Entry> entries;
    private final Map<MeasureKey, List<Entry>> measures = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder(1 << 16);
    private int tables;

    private ReleasePage(Imprint imprint, List<Entry> entries) {
        this.imprint = imprint;
        this.entries = entries;
        Entry.groups(entries).forEach(entry -> measures.computeIfAbsent(entry.measure(), none -> new ArrayList<>())
                .add(entry));
    }

    static String of(Imprint imprint, List<Entry> entries, List<Figure> figures) {
        return new ReleasePage(imprint, entries).write(figures);
    }

    private String write(List<Figure> figures) {
        String title = imprint.study().title() + ": " + imprint.name();
        out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(text(title))
                .append("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#results\">To the results</a>\n");
        front(title);
        out.append("<main id=\"results\">\n<h2>Tables</h2>\n");
        measures.forEach((measure, lines) ->
                table(Label.of(measure.subject().word()) + ": " + Label.of(measure.name()), "Who", lines));
        Entry.bySite(entries)
                .forEach((scale, sites) -> table("Sites that agreed to be named: " + Label.of(scale), "Site", sites));
        DerivedTables.of(entries).forEach(some -> {
            out.append("<p>").append(text(some.caveat())).append("</p>\n");
            data(some.caption(), some.table());
        });
        out.append("<h2>Figures</h2>\n");
        for (int i = 0; i < figures.size(); i++) {
            figure(figures.get(i), i + 1);
        }
        out.append("</main>\n<footer style=\"overflow-wrap:anywhere\"><p>")
                .append(text(imprint.study().key() + " · " + imprint.name() + " · counts " + imprint.cubeHash()))
                .append("</p></footer>\n</body>\n</html>\n");
        return out.toString();
    }

    private void front(String title) {
        out.append("<header>\n<p class=\"kicker\">")
                .append(text(imprint.isDraft() ? "Draft, not to be cited" : "Release " + imprint.number()))
                .append("</p>\n<h1>")
                .append(text(title))
                .append("</h1>\n<dl class=\"facts\">\n");
        fact("Study", imprint.study().key() + ", version " + imprint.study().version());
        fact("Edition", Integer.toString(imprint.edition()));
        fact("Frozen", imprint.day());
        fact("Population", "agreed to research");
        fact("Method", imprint.methodName() + " " + imprint.methodVersion());
        out.append("</dl>\n<p>")
                .append(text(imprint.purpose()))
                .append(imprint.noise()
                        .map(noise -> "</p>\n<p><b>Noise.</b> " + text(noise.law()))
                        .orElse(""))
                .append(
                        "</p>\n<p class=\"confidential\">A dash is a figure that is not published. It looks the same whatever"
                                + " the reason, and nothing follows from it about how many people there are. A number in brackets"
                                + " names the earlier release that a line stands from.</p>\n</header>\n");
    }

    private void fact(String name, String value) {
        out.append("<div><dt>")
                .append(name)
                .append("</dt><dd>")
                .append(text(value))
                .append("</dd></div>\n");
    }

    private void table(String caption, String who, List<Entry> entries) {
        Set<String> columns = new LinkedHashSet<>(); // a line that stands may tell fewer options apart
        entries.forEach(entry -> entry.figures().forEach(figure -> columns.add(figure.measure())));
        String name = "Table " + ++tables;
        TableMarkup.open(out, name, titled(name, caption));
        out.append("<thead><tr><th scope=\"col\">").append(who).append("</th>");
        columns.forEach(column -> out.append("<th scope=\"col\">")
                .append(text(column.replace('_', ' ').replace(":", ": ")))
                .append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (Entry entry : entries) {
            out.append("<tr><th scope=\"row\">")
                    .append(text(entry.label()))
                    .append(text(origin(entry)))
                    .append("</th>");
            columns.forEach(column -> out.append("<td>")
                    .append(text(entry.figure(column).orElse("–")))
                    .append("</td>"));
            out.append("</tr>\n");
        }
        out.append(TableMarkup.END);
    }

    private void data(String caption, DataTable table) {
        String name = "Table " + ++tables;
        TableMarkup.write(out, name, titled(name, caption), table);
    }

    private static String titled(String name, String caption) {
        return "<b>" + name + ".</b> " + text(caption);
    }

    private String origin(Entry entry) {
        return entry.edition() == null || entry.edition() == imprint.edition()
                ? ""
                : " [" + imprint.release(entry.edition()) + "]";
    }

    private void figure(Figure figure, int number) {
        out.append("<figure>\n")
                .append(figure.svg())
                .append("<figcaption><b>Figure ")
                .append(number)
                .append(".</b> ")
                .append(text(figure.title()))
                .append(". ")
                .append(text(figure.description()))
                .append("</figcaption>\n<details><summary>Data of Figure ")
                .append(number)
                .append("</summary>\n");
        data(figure.title(), figure.table());
        out.append("</details>\n</figure>\n");
    }

    /** Releases look as reports do. */
    private static String style() {
        try (InputStream file =
                ReleasePage.class.getResourceAsStream("/org/mentoringcommons/analytics/report/page.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
