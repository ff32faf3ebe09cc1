package org.mentoringcommons.analytics.report;

import static org.mentoringcommons.analytics.figure.Markup.text;

import java.util.List;
import org.mentoringcommons.analytics.figure.DataTable;
import org.mentoringcommons.analytics.figure.TableMarkup;
import org.mentoringcommons.analytics.section.Label;
import org.mentoringcommons.analytics.section.Row;
import org.mentoringcommons.analytics.section.Section;

/** A table of the page; rows of one scale are put under its name. */
final class PageTable {

    private static final String OF = " / ";

    private PageTable() {}

    static void write(StringBuilder out, Section section, Layout layout, int number, boolean withNotes) {
        Footnotes reasons = new Footnotes();
        String name = "Table " + number;
        String caption = section.title() + (layout.caption().isEmpty() ? "" : ". " + layout.caption());
        TableMarkup.open(out, name, "<b>" + name + ".</b> " + text(caption));
        out.append("<thead><tr><th scope=\"col\">")
                .append(headOf(layout.first()))
                .append("</th>");
        layout.columns().forEach(column -> out.append("<th scope=\"col\">")
                .append(Heading.of(column.heading()))
                .append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        String group = null;
        for (Row row : section.rows()) {
            int split = row.row().indexOf(OF);
            if (split > 0 && !row.row().substring(0, split).equals(group)) {
                group = row.row().substring(0, split);
                out.append("<tr class=\"group\"><th scope=\"colgroup\" colspan=\"")
                        .append(layout.columns().size() + 1)
                        .append("\">")
                        .append(text(Label.of(group)))
                        .append("</th></tr>\n");
            }
            String label = split > 0 ? row.row().substring(split + OF.length()).replace('_', ' ') : Label.of(row.row());
            out.append(split > 0 ? "<tr class=\"member\">" : "<tr>")
                    .append("<th scope=\"row\">")
                    .append(text(label))
                    .append("</th>");
            layout.columns().forEach(column -> out.append("<td>")
                    .append(column.cell().of(row, reasons))
                    .append("</td>"));
            out.append("</tr>\n");
        }
        out.append(TableMarkup.END);
        notes(out, reasons, withNotes ? section.notes() : List.of());
    }

    static void write(StringBuilder out, DataTable table, String name) {
        TableMarkup.write(out, name, text(name), table);
    }

    private static String headOf(String words) {
        return words.isEmpty() ? "<span class=\"unseen\">Row</span>" : text(words);
    }

    private static void notes(StringBuilder out, Footnotes reasons, List<String> notes) {
        if (!notes.isEmpty() || !reasons.explained().isEmpty()) {
            out.append("<p class=\"notes\"><i>Note.</i> ");
            notes.forEach(note -> out.append(text(note)).append(' '));
            out.append(reasons.explained()).append("</p>\n");
        }
    }
}
