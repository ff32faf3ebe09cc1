package org.mentoringcommons.survey.dataset;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV (RFC 4180, UTF-8): nothing is an empty cell; texts are guarded against formulas, numbers left alone. */
final class Lines implements Closeable {

    private final CSVPrinter out;

    Lines(OutputStream out) throws IOException {
        this.out = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
    }

    void line(Object... values) throws IOException {
        for (Object value : values) {
            cell(value);
        }
        end();
    }

    void cell(Object value) throws IOException {
        out.print(value instanceof String text ? Cell.of(text) : value);
    }

    void end() throws IOException {
        out.println();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
