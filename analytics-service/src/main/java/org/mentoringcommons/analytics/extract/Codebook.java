package org.mentoringcommons.analytics.extract;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What each column of a row file says, as CSV: one line a column, in the file's order. */
final class Codebook {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("column", "type", "item", "meaning", "codes", "scales", "missing")
            .get();

    private Codebook() {}

    static String of(List<Column> columns) {
        StringWriter text = new StringWriter();
        try (CSVPrinter lines = new CSVPrinter(text, FORMAT)) {
            for (Column column : columns) {
                Column.Description description = column.description();
                lines.printRecord(
                        Cell.of(column.name()),
                        column.type().word(),
                        Cell.of(description.item()),
                        Cell.of(description.meaning()),
                        Cell.of(String.join(";", description.codes())),
                        Cell.of(String.join(";", description.scales())),
                        "empty");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
