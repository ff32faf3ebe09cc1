package org.mentoringcommons.curriculum.difference;

import java.util.List;
import java.util.Locale;
import org.mentoringcommons.curriculum.difference.Difference.Line;

/** A difference as people read it: Markdown, a heading a module, the lines of a part as a patch shows them. */
public final class DifferenceText {

    private final StringBuilder out = new StringBuilder();

    private DifferenceText() {}

    public static String of(Difference difference) {
        return new DifferenceText().write(difference);
    }

    private String write(Difference difference) {
        out.append("# From ").append(name(difference.from())).append(" to ").append(name(difference.to()));
        out.append("\n\n");
        if (difference.same()) {
            return out.append("Nothing differs.\n").toString();
        }
        fields(difference.fields());
        for (Difference.Module module : difference.modules()) {
            out.append("## ")
                    .append(module.title())
                    .append(" (")
                    .append(module.key())
                    .append("): ");
            out.append(word(module.change(), module.moved())).append("\n\n");
            fields(module.fields());
            for (Difference.Part part : module.parts()) {
                lines(
                        "### " + part.title() + " (" + part.key() + "): " + word(part.change(), part.moved()),
                        part.lines());
            }
        }
        for (Difference.Sheet sheet : difference.worksheets()) {
            lines(
                    "## Worksheet " + sheet.title() + " (" + sheet.key() + "): " + word(sheet.change(), false),
                    sheet.lines());
        }
        return out.toString();
    }

    private void fields(List<Difference.Field> fields) {
        fields.forEach(field -> out.append("- ")
                .append(field.name())
                .append(": ")
                .append(said(field.before()))
                .append(" → ")
                .append(said(field.after()))
                .append('\n'));
        if (!fields.isEmpty()) {
            out.append('\n');
        }
    }

    private void lines(String heading, List<Line> lines) {
        out.append(heading).append("\n\n");
        if (lines.isEmpty()) {
            return;
        }
        out.append("~~~diff\n");
        for (Line line : lines) {
            out.append(
                            switch (line.op()) {
                                case KEPT -> "  ";
                                case ADDED -> "+ ";
                                case REMOVED -> "- ";
                                case GAP -> "…";
                            })
                    .append(line.text())
                    .append('\n');
        }
        out.append("~~~\n\n");
    }

    private static String word(Difference.Change change, boolean moved) {
        String word = change.name().toLowerCase(Locale.ROOT);
        return moved && change == Difference.Change.CHANGED ? word + " and moved" : word;
    }

    private static String said(String value) {
        return value == null ? "(nothing)" : value;
    }

    private static String name(Difference.Version version) {
        return version.curriculum() + " " + version.version();
    }
}
