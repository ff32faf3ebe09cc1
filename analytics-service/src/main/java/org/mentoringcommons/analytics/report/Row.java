package org.mentoringcommons.analytics.report;

import java.util.List;

/**
 * One line of a table.
 *
 * @param row its name: as declared, an option's or a theme's code, or a scale's key
 */
record Row(String row, List<Measure> measures) {

    Row(String row, Measure... measures) {
        this(row, List.of(measures));
    }
}
