package org.mentoringcommons.analytics.cube;

import java.util.List;
import java.util.Optional;

/**
 * The tables of one release, every cell of every measure in the order of keys.
 *
 * @param number of the release: 1, 2, …
 * @param cells measure by measure, and of each group by group
 * @param sites scale by scale, the institutions that agreed to be named
 */
public record Published(int number, List<PublishedCell> cells, List<PublishedSite> sites) {

    /** One in which no institution is named. */
    public Published(int number, List<PublishedCell> cells) {
        this(number, cells, List.of());
    }

    /** {@return what it says of a measure of a group; empty if the release has no such cell} */
    public Optional<PublishedCell> cell(CellKey cell, MeasureKey measure) {
        return cells.stream()
                .filter(one -> one.measure().equals(measure) && one.cell().equals(cell))
                .findFirst();
    }
}
