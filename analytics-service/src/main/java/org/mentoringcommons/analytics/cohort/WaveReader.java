package org.mentoringcommons.analytics.cohort;

import java.util.UUID;
import org.mentoringcommons.analytics.wave.WaveMarks;

/** Reads waves with the marks that their answers have in this snapshot. */
@FunctionalInterface
public interface WaveReader {

    /** One more. */
    void read(String institution, UUID wave, WaveMarks marks);
}
