package org.mentoringcommons.analytics.cube;

import java.util.Set;

/**
 * Institutions, by id, that are counted by themselves, too.
 *
 * @param agreed those that agree to be named in the next release
 * @param before those that a release of the study has named; whoever reads knows what it says of them
 */
public record Named(Set<String> agreed, Set<String> before) {

    /** Nobody. */
    public static final Named NOBODY = new Named(Set.of(), Set.of());

    /** Keeps copies. */
    public Named {
        agreed = Set.copyOf(agreed);
        before = Set.copyOf(before);
    }
}
