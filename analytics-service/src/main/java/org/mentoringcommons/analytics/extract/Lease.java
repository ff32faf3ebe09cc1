package org.mentoringcommons.analytics.extract;

import java.util.UUID;

/**
 * That this instance writes an extract, as long as it renews that in time.
 *
 * @param attempt which attempt this is; a later one takes the extract away
 */
record Lease(UUID extract, int attempt, String study, int version, Format format) {

    /** The extract was cancelled, recalled, or taken up by another instance. */
    static final class Lost extends RuntimeException {
        Lost() {
            super("the extract is no longer this instance's", null, false, false);
        }
    }
}
