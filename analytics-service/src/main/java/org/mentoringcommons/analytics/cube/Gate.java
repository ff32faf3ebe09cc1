package org.mentoringcommons.analytics.cube;

import java.util.List;

/**
 * The audit of a release before anybody sees it. What it found is for the releaser only: it tells about hidden cells.
 *
 * @param hidden how many cells were audited
 * @param findings hidden cells that are not uncertain enough; a release with any is refused
 */
public record Gate(long hidden, List<Finding> findings) {

    /**
     * A cell that somebody could work out from what would be published.
     *
     * @param cell the group
     * @param measure the measure
     * @param figure which of its counts
     * @param lower smallest count it can have
     * @param upper largest count it can have
     */
    public record Finding(CellKey cell, MeasureKey measure, String figure, long lower, long upper) {}

    /** {@return whether the release may be made} */
    public boolean passed() {
        return findings.isEmpty();
    }
}
