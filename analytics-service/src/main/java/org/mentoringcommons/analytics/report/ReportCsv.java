package org.mentoringcommons.analytics.report;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The report as tidy CSV: one figure a line, {@code section,row,measure,value,n,status}, UTF-8. */
@Provider
@Produces(ReportCsv.TYPE)
public class ReportCsv implements MessageBodyWriter<Report> {

    static final String TYPE = "text/csv";
    private static final String COMMAND_STARTS = "=+-@\t\r";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("section", "row", "measure", "value", "n", "status")
            .get();

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Report.class;
    }

    @Override
    public void writeTo(
            Report report,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle("Content-Type", TYPE + "; charset=UTF-8");
        try (CSVPrinter lines = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT)) {
            print(report, lines);
        }
    }

    static void write(Report report, Writer out) throws IOException {
        try (CSVPrinter lines = new CSVPrinter(out, FORMAT)) {
            print(report, lines);
        }
    }

    private static void print(Report report, CSVPrinter lines) throws IOException {
        for (Section section : report.sections()) {
            for (Row row : section.rows()) {
                for (Measure measure : row.measures()) {
                    lines.printRecord(
                            text(section.section()),
                            text(row.row()),
                            text(measure.measure()),
                            measure.value() == null ? "" : measure.value(),
                            measure.n(),
                            measure.status().word());
                }
            }
        }
    }

    /** A spreadsheet would run such a text as a formula; numbers are left alone, a gain may be negative. */
    private static String text(String cell) {
        return !cell.isEmpty() && COMMAND_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
