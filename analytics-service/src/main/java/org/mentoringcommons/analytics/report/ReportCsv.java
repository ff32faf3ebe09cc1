package org.mentoringcommons.analytics.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.mentoringcommons.analytics.section.Measure;
import org.mentoringcommons.analytics.section.Row;
import org.mentoringcommons.analytics.section.Section;

/** The report as tidy CSV: one figure a line, and on every line which report it is from. */
final class ReportCsv {

    static final String TYPE = "text/csv";
    private static final String COMMAND_STARTS = "=+-@\t\r";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "section",
                    "row",
                    "measure",
                    "value",
                    "n",
                    "numerator",
                    "denominator",
                    "lower",
                    "upper",
                    "method",
                    "version",
                    "status",
                    "reason",
                    "study",
                    "study_version",
                    "watermark")
            .get();

    private ReportCsv() {}

    static String of(Report report) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter lines = new CSVPrinter(text, FORMAT)) {
            for (Section section : report.sections()) {
                for (Row row : section.rows()) {
                    for (Measure measure : row.measures()) {
                        print(report, section, row, measure, lines);
                    }
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void print(Report report, Section section, Row row, Measure measure, CSVPrinter lines)
            throws IOException {
        lines.printRecord(
                text(section.section()),
                text(row.row()),
                text(measure.measure()),
                measure.value(),
                measure.n(),
                measure.numerator(),
                measure.denominator(),
                measure.lower(),
                measure.upper(),
                text(measure.method()),
                text(measure.version()),
                measure.status().word(),
                text(measure.reason()),
                text(report.study()),
                report.version(),
                text(report.watermark()));
    }

    /** A spreadsheet would run such a text as a formula; numbers are left alone, a gain may be negative. */
    private static String text(String cell) {
        return cell != null && !cell.isEmpty() && COMMAND_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
