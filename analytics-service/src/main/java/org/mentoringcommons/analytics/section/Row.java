package org.mentoringcommons.analytics.section;

import java.util.List;
import java.util.Optional;

/**
 * One line of a table.
 *
 * @param row its name: as declared, an option's or a theme's code, a scale's key, or two of these with {@code " / "}
 */
public record Row(String row, List<Measure> measures) {

    Row(String row, Measure... measures) {
        this(row, List.of(measures));
    }

    /** {@return the figure of this name} */
    public Optional<Measure> measure(String name) {
        return measures.stream()
                .filter(measure -> measure.measure().equals(name))
                .findFirst();
    }
}
