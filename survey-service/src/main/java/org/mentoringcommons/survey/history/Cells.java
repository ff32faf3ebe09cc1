package org.mentoringcommons.survey.history;

import java.util.List;
import java.util.Set;

/**
 * The cells of one line by column. Blanks around them do not count, an apostrophe that a spreadsheet put before what it
 * would have run is taken off, and what the mapping calls missing is empty.
 */
final class Cells {

    private static final String RUN_BY_SPREADSHEETS = "=+-@\t\r";

    private final int line;
    private final Header header;
    private final List<String> cells;
    private final Set<String> missing;

    Cells(int line, Header header, List<String> cells, Set<String> missing) {
        this.line = line;
        this.header = header;
        this.cells = cells;
        this.missing = missing;
    }

    int line() {
        return line;
    }

    /** Empty if nothing is said. */
    String of(String column) {
        String cell = withoutApostrophe(cells.get(header.place(column)).strip());
        return missing.contains(cell) ? "" : cell;
    }

    static String withoutApostrophe(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && RUN_BY_SPREADSHEETS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    /** Whether a spreadsheet computed it, and its value is not in the file. */
    static boolean isFormula(String cell) {
        return cell.startsWith("=");
    }
}
