package org.mentoringcommons.analytics.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.mentoringcommons.analytics.cube.Dimension;

/** A release as tidy CSV: one figure a line under the report's columns, then whom it is about, a column a dimension. */
final class ReleaseCsv {

    private static final String COMMAND_STARTS = "=+-@\t\r";
    static final List<String> COLUMNS = Stream.concat(
                    Stream.of(
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
                            "release",
                            "origin"),
                    Stream.concat(Stream.of(Dimension.values()).map(Dimension::word), Stream.of("site")))
            .toList();

    private ReleaseCsv() {}

    static String of(Imprint imprint, List<Line> lines) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            // made again as it was made then: without sites
            printer.printRecord(imprint.method().names() ? COLUMNS : COLUMNS.subList(0, COLUMNS.size() - 1));
            for (Line line : lines) {
                printer.printRecord(cells(imprint, line));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<Object> cells(Imprint imprint, Line line) {
        List<Object> cells = new ArrayList<>();
        cells.add(text(line.section()));
        cells.add(text(line.row()));
        cells.add(text(line.measure()));
        cells.add(line.value());
        cells.add(line.n());
        cells.add(line.numerator());
        cells.add(line.denominator());
        cells.add(line.lower());
        cells.add(line.upper());
        cells.add(line.method() == null ? imprint.methodName() : line.method().name());
        cells.add(
                line.method() == null ? imprint.methodVersion() : line.method().version());
        cells.add(line.status());
        cells.add(null); // what is not shown is not shown for whatever reason
        cells.add(text(imprint.study().key()));
        cells.add(imprint.study().version());
        cells.add(imprint.number());
        cells.add(imprint.release(line.edition()));
        for (Dimension dimension : Dimension.values()) {
            cells.add(text(line.cell().get(dimension)));
        }
        if (imprint.method().names()) {
            cells.add(text(line.site()));
        }
        return cells;
    }

    /** A spreadsheet would run such a text as a formula; numbers are left alone, a gain may be negative. */
    static String text(String cell) {
        return cell != null && !cell.isEmpty() && COMMAND_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
