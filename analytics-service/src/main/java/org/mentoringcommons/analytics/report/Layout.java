package org.mentoringcommons.analytics.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * One table of the page.
 *
 * @param caption follows the section's title; empty if there is only one table
 * @param first heading of the column of names
 * @param columns the others
 */
record Layout(String caption, String first, List<Column> columns) {

    record Column(String heading, Cell cell) {}

    static Layout of(String caption, String first, Column... columns) {
        return new Layout(caption, first, List.of(columns));
    }

    static Column column(String heading, Cell cell) {
        return new Column(heading, cell);
    }

    /** The same with more columns. */
    Layout with(Column... more) {
        return new Layout(
                caption, first, Stream.concat(columns.stream(), Stream.of(more)).toList());
    }

    /** The same with a figure, its interval, and its p in a column beside it. */
    Layout tested(String heading, String measure, int decimals) {
        return with(column(heading, Cell.withInterval(measure, decimals)), column("p", Cell.p("p_" + measure)));
    }
}
