package org.mentoringcommons.analytics.release;

import java.util.Optional;
import java.util.UUID;

/**
 * That this instance computes a release, as long as it renews that in time.
 *
 * @param attempt which attempt this is; a later one takes the release away
 * @param sealed what an earlier attempt counted, if it came so far: only the audit is left then
 */
record Lease(UUID draft, int attempt, String study, int studyVersion, Optional<Sealed> sealed) {

    /** Where sealed counts lie. */
    record Sealed(int attempt, String hash) {}

    /** The release was discarded or recalled, or taken up by another instance. */
    static final class Lost extends RuntimeException {
        Lost() {
            super("the release is no longer this instance's", null, false, false);
        }
    }
}
