package org.mentoringcommons.curriculum.workshop;

import java.util.Map;

/**
 * A workshop of the past, as an institution's own records tell of it.
 *
 * @param reference what those records call it: the same one is not told twice
 * @param digest of all that is told, so that telling it again can be known
 * @param enrolled how many people were; of whom nothing else is known
 * @param attended how many of them came
 * @param extents how far modules were covered, by their keys, and no others; empty if nobody can tell
 */
public record PastWorkshop(
        String reference, String digest, NewWorkshop plan, int enrolled, int attended, Map<String, Extent> extents) {

    /** That many can have been enrolled. */
    public static final int PEOPLE_AT_MOST = 10_000;
}
