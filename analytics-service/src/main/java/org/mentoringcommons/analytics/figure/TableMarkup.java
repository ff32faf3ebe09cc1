package org.mentoringcommons.analytics.figure;

import static org.mentoringcommons.analytics.figure.Markup.text;

import java.util.List;

/** Tables of pages. Wide ones scroll by themselves, also by keyboard. */
public final class TableMarkup {

    public static final String END = "</tbody>\n</table></div>\n";

    private TableMarkup() {}

    /**
     * Begins a table.
     *
     * @param name as it is read out
     * @param caption as markup
     */
    public static void open(StringBuilder out, String name, String caption) {
        out.append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(text(name))
                .append("\"><table>\n<caption>")
                .append(caption)
                .append("</caption>\n");
    }

    /** A whole table, the first cell of each row its heading. */
    public static void write(StringBuilder out, String name, String caption, DataTable table) {
        open(out, name, caption);
        out.append("<thead><tr>");
        table.header()
                .forEach(heading ->
                        out.append("<th scope=\"col\">").append(text(heading)).append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            out.append("<tr><th scope=\"row\">").append(text(row.get(0))).append("</th>");
            row.stream()
                    .skip(1)
                    .forEach(cell -> out.append("<td>").append(text(cell)).append("</td>"));
            out.append("</tr>\n");
        }
        out.append(END);
    }
}
