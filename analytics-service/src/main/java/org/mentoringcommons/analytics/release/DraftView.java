package org.mentoringcommons.analytics.release;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A release that is being worked on.
 *
 * @param cubeHash SHA-256 of the sealed counts; they themselves are shown to nobody
 * @param candidateHash SHA-256 of what would be published
 * @param findings why it may not be published; empty if it may, or that is not known yet
 * @param number of the frozen release; null until then
 */
@Schema(examples = DraftView.EXAMPLE)
record DraftView(
        UUID id,
        String study,
        int studyVersion,
        String purpose,
        State state,
        String draftedBy,
        Instant draftedAt,
        @Schema(nullable = true) String askedBy,
        @Schema(nullable = true) Instant computedAt,
        @Schema(nullable = true) String cubeHash,
        @Schema(nullable = true) Instant auditedAt,
        @Schema(nullable = true) String candidateHash,
        List<Finding> findings,
        @Schema(nullable = true) String approvedBy,
        @Schema(nullable = true) Instant approvedAt,
        @Schema(nullable = true) Instant endedAt,
        @Schema(nullable = true) Integer number) {

    static final String EXAMPLE =
            """
            {"id": "5d0c5d0e-4a62-4b5b-9f60-1f3f7a0f1c22", "study": "spring-cohort", "studyVersion": 1,
             "purpose": "The national figures of 2026", "state": "audited",
             "draftedBy": "2f1c0b52-6f0e-4a0e-9f0c-0d6f6f1f7a11", "draftedAt": "2026-09-01T09:00:00Z",
             "askedBy": "2f1c0b52-6f0e-4a0e-9f0c-0d6f6f1f7a11",
             "computedAt": "2026-09-01T09:00:04Z",
             "cubeHash": "f2ca1bb6c7e907d06dafe4687e579fce76b37e4e93b7605022da52e6ccc26fd2",
             "auditedAt": "2026-09-01T09:00:05Z",
             "candidateHash": "4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce",
             "findings": [], "approvedBy": null, "approvedAt": null, "endedAt": null, "number": null}""";
}
