package org.mentoringcommons.analytics.study;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a version of a study was declared, when, by whom, and when results of it were first handed out. */
@Schema(
        examples =
                """
                {"version": 1, "title": "Mentoring skills after half-day workshops",
                 "declaredAt": "2026-01-12T09:30:00Z", "declaredBy": "7a9d4f0e-1f51-4f53-8f43-2ad0c0a7d6b1",
                 "readAt": "2026-04-20T08:00:00Z"}""")
record VersionView(
        int version, String title, Instant declaredAt, String declaredBy, @Schema(nullable = true) Instant readAt) {

    static VersionView of(Study study) {
        return new VersionView(
                study.version(),
                study.title(),
                study.declaredAt(),
                study.declaredBy(),
                study.readAt().orElse(null));
    }
}
