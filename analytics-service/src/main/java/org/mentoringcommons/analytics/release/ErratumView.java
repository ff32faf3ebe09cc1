package org.mentoringcommons.analytics.release;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a release ought not to be used any more.
 *
 * @param replacedBy a later release to use instead; null if there is none
 */
@Schema(
        examples =
                """
                {"reason": "Two workshops were counted twice", "replacedBy": 4, "withdrawnAt": "2026-10-01T08:00:00Z"}""")
record ErratumView(String reason, @Schema(nullable = true) Integer replacedBy, Instant withdrawnAt) {

    static ErratumView of(FrozenRelease.Erratum erratum) {
        return new ErratumView(erratum.reason(), erratum.replacedBy().orElse(null), erratum.withdrawnAt());
    }
}
