package org.mentoringcommons.analytics.study;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody is, or was, on a study's team. */
@Schema(
        examples =
                """
                {"number": 4, "subject": "2f1c0b52-6f0e-4a0e-9f0c-0d6f6f1f7a11",
                 "addedBy": "7a9d4f0e-1f51-4f53-8f43-2ad0c0a7d6b1", "addedAt": "2026-01-12T09:30:00Z",
                 "removedBy": null, "removedAt": null}""")
record MembershipView(
        long number,
        String subject,
        String addedBy,
        Instant addedAt,
        @Schema(nullable = true) String removedBy,
        @Schema(nullable = true) Instant removedAt) {}
