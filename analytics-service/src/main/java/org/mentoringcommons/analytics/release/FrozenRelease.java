package org.mentoringcommons.analytics.release;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A frozen release. It never changes; a notice may come beside it.
 *
 * @param number by which it is cited, unique in the deployment
 * @param methodVersion by which rules it was worked out
 * @param edition 1 for the study's first release, 2 for its second, …
 * @param contentHash SHA-256 of its JSON document
 * @param cubeHash SHA-256 of the sealed counts it was made from
 */
record FrozenRelease(
        int number,
        UUID draft,
        int sealedAttempt,
        String study,
        int studyVersion,
        String title,
        String purpose,
        String contentHash,
        String cubeHash,
        String methodVersion,
        int edition,
        Instant frozenAt,
        Optional<Erratum> erratum) {

    /**
     * Why a release ought not to be used any more.
     *
     * @param replacedBy a later release to use instead
     */
    record Erratum(String reason, Optional<Integer> replacedBy, String withdrawnBy, Instant withdrawnAt) {}
}
