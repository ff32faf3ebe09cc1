package org.mentoringcommons.survey.dataset;

/** Texts in CSV files that people open in spreadsheets. */
final class Cell {

    private static final String COMMAND_STARTS = "=+-@\t\r";

    private Cell() {}

    /** {@return the text, with an apostrophe before it if a spreadsheet would run it as a formula} */
    static String of(String text) {
        return !text.isEmpty() && COMMAND_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
