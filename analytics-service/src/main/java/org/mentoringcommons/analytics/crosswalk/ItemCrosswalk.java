package org.mentoringcommons.analytics.crosswalk;

import java.util.List;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/**
 * Which items of two versions are the same, as survey-service tells it; never changed. Items it does not name have no
 * counterpart.
 */
public record ItemCrosswalk(InstrumentReference from, InstrumentReference to, List<SameItem> same) {

    /** @throws IllegalArgumentException if a version or the list is missing */
    public ItemCrosswalk {
        if (from == null || to == null || same == null) {
            throw new IllegalArgumentException("a crosswalk is between two versions");
        }
        same = List.copyOf(same);
    }

    /**
     * An item of one version that is the same as one of the other.
     *
     * @param from its key in the one
     * @param to its key in the other
     */
    public record SameItem(String from, String to) {}
}
