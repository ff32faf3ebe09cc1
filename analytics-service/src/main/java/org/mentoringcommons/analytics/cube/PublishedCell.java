package org.mentoringcommons.analytics.cube;

import java.util.List;
import java.util.OptionalInt;
import org.mentoringcommons.analytics.disclosure.Figure;

/**
 * What a release says of one measure of one group. The figures of a measure and their order are the same for every group,
 * whatever is hidden.
 *
 * @param cell the group
 * @param measure the measure
 * @param origin number of the release the figures come from; empty if none is shown, and then for whatever reason
 * @param figures each shown as it may be read, or suppressed
 */
public record PublishedCell(CellKey cell, MeasureKey measure, OptionalInt origin, List<Figure> figures) {

    /** {@return whether anything is shown} */
    public boolean isShown() {
        return figures.stream().anyMatch(figure -> figure.text().isPresent());
    }
}
