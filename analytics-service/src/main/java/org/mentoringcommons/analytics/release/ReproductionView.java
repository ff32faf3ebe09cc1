package org.mentoringcommons.analytics.release;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a release can be made again from its sealed counts.
 *
 * @param state {@code waiting} until it is made; {@code failed} if that came to nothing, several times over
 * @param askedAt when it was last asked for
 * @param endedAt when it was made, or given up; null before
 * @param outcome what came out; null before
 */
@Schema(
        examples =
                """
                {"number": 3, "state": "made", "askedAt": "2026-09-02T08:00:00Z", "endedAt": "2026-09-02T08:00:04Z",
                 "outcome": {"cubeHash": "f2ca1bb6c7e907d06dafe4687e579fce76b37e4e93b7605022da52e6ccc26fd2",
                 "reproduced": true, "documents": [{"name": "csv", "reproduced": true,
                 "sha256": "4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce"}]}}""")
record ReproductionView(
        int number,
        @Schema(enumeration = {"waiting", "made", "failed"}) String state,
        Instant askedAt,
        @Schema(nullable = true) Instant endedAt,
        @Schema(nullable = true) Reproduced outcome) {}
