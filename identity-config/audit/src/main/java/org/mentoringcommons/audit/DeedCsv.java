package org.mentoringcommons.audit;

import java.io.IOException;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Deeds as a table. A text that a spreadsheet would take for a formula is led by an apostrophe. */
final class DeedCsv {

    private final CSVPrinter printer;

    DeedCsv(Appendable out) throws IOException {
        printer = CSVFormat.RFC4180
                .builder()
                .setHeader(
                        "id",
                        "time",
                        "subject",
                        "client",
                        "action",
                        "thing",
                        "thingId",
                        "institution",
                        "hub",
                        "detail",
                        "reason")
                .get()
                .print(out);
    }

    void print(RecordedDeed deed) throws IOException {
        printer.printRecord(
                deed.id(),
                deed.time(),
                text(deed.subject()),
                text(deed.client()),
                text(deed.action()),
                text(deed.thing()),
                text(deed.thingId()),
                text(deed.institution()),
                text(deed.hub()),
                text(deed.detail()),
                text(deed.reason()));
    }

    private static String text(String value) {
        String cell = Objects.requireNonNullElse(value, "");
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
