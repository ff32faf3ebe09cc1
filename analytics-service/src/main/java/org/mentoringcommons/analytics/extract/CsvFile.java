package org.mentoringcommons.analytics.extract;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows as CSV (RFC 4180, UTF-8); no value is an empty cell; texts are guarded against formulas, numbers left alone. */
final class CsvFile implements TidyFile {

    private final CSVPrinter lines;

    CsvFile(OutputStream out, List<Column> columns) throws IOException {
        lines = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        lines.printRecord(columns.stream().map(column -> Cell.of(column.name())).toList());
    }

    @Override
    public void row(Object[] values) throws IOException {
        for (Object value : values) {
            lines.print(value instanceof String text ? Cell.of(text) : value);
        }
        lines.println();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
