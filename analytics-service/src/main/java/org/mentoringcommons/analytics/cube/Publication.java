package org.mentoringcommons.analytics.cube;

import java.util.Optional;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/**
 * A release worked out from sealed counts; the same input gives the same, bit for bit.
 *
 * @param published what everybody may read
 * @param standing what the next release has to know, sealed
 * @param gate whether it may be released at all
 */
public record Publication(Published published, Standing standing, Gate gate) {

    /** By which rules it was worked out; changes whenever the same input would give something else. */
    public static final String METHOD = "1.0";

    /**
     * Works out a release.
     *
     * @param cube the study's counts now
     * @param thresholds the study's
     * @param number of the release
     * @param previous what stands since the release before it; empty for the first
     */
    public static Publication of(Cube cube, Thresholds thresholds, int number, Optional<Standing> previous) {
        throw new UnsupportedOperationException("not there yet");
    }
}
