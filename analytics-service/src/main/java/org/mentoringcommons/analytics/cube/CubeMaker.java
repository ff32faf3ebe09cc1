package org.mentoringcommons.analytics.cube;

import jakarta.enterprise.context.ApplicationScoped;
import org.mentoringcommons.analytics.study.Study;

/** Counts a study: the consented answers of the institutions that joined it and are not suspended. */
@ApplicationScoped
public class CubeMaker {

    /**
     * Counts everybody anew, from one snapshot.
     *
     * @param study in the version to release
     * @param secret at least 32 bytes, the same for all releases of the study, known to the release role only
     */
    public Cube make(Study study, byte[] secret) {
        throw new UnsupportedOperationException("not there yet");
    }
}
