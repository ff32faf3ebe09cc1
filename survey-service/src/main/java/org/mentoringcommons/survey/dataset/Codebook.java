package org.mentoringcommons.survey.dataset;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentoringcommons.survey.spss.Variable.Kind;

/** What each column of a row file says, as CSV: one line a column, in the file's order. */
final class Codebook {

    private Codebook() {}

    /** What a format makes of values that have both a number and a code, and of people who were not asked. */
    enum Values {
        /** Codes of choices; nothing tells not asked from no answer. */
        CODES,
        /** Numbers; nothing tells not asked from no answer. */
        NUMBERS_ONLY,
        /** Numbers, also of who was not asked. */
        NUMBERS
    }

    static void write(List<Column> columns, Values as, Lines lines) throws IOException {
        lines.line("column", "item", "part", "label", "type", "measure", "values", "missing", "scales", "notes");
        for (Column column : columns) {
            Column.Source source = column.source();
            Column.Values values = column.values();
            lines.line(
                    column.name(),
                    source.item(),
                    source.part(),
                    source.label(),
                    type(values, as),
                    values.measure().name().toLowerCase(Locale.ROOT),
                    labels(values),
                    values.maySkip() && as == Values.NUMBERS
                            ? "none: no answer; " + Column.NOT_ASKED + ": not asked"
                            : "none: no answer, or not asked",
                    String.join("; ", source.scales()),
                    String.join("; ", column.notes()));
        }
    }

    private static String type(Column.Values values, Values as) {
        if (values.codes() != null && as == Values.CODES) {
            return "text";
        }
        return values.kind() == Kind.NUMBER && values.decimals() > 0
                ? "decimal"
                : Map.of(Kind.NUMBER, "integer", Kind.DAY, "date", Kind.TEXT, "text")
                        .get(values.kind());
    }

    /** Of a choice: number, code and label; the syntax beside a CSV file makes the codes numbers. */
    private static String labels(Column.Values values) {
        return values.labels().entrySet().stream()
                .map(value -> value.getKey()
                        + (values.codes() == null ? "" : "=" + values.codes().get(value.getKey() - 1))
                        + "=" + value.getValue())
                .collect(Collectors.joining("; "));
    }
}
