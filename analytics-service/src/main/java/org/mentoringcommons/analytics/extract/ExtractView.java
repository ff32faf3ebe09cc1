package org.mentoringcommons.analytics.extract;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row file, and how far it is.
 *
 * @param writtenRows rows written so far
 * @param totalRows rows it is going to have; null until that is known
 * @param bytes its size; null until it is ready
 * @param watermark of the state of the rows it was made from, as in reports; null until it is begun
 * @param content where to fetch it; null unless it is ready
 * @param codebook where to fetch what its columns say; null unless it is ready
 */
@Schema(examples = ExtractView.EXAMPLE)
record ExtractView(
        UUID id,
        String study,
        int version,
        Format format,
        String population,
        String purpose,
        String requestedBy,
        Instant requestedAt,
        State state,
        long writtenRows,
        @Schema(nullable = true) Long totalRows,
        @Schema(nullable = true) Long bytes,
        @Schema(nullable = true) String watermark,
        @Schema(nullable = true) Instant endedAt,
        @Schema(nullable = true) Instant expiresAt,
        String fileName,
        @Schema(nullable = true) String content,
        @Schema(nullable = true) String codebook) {

    static final String EXAMPLE =
            """
            {"id": "0b8f2f9e-5b0a-4c57-8a3e-3f3c9a0f7d21", "study": "spring-cohort", "version": 1, "format": "parquet",
             "population": "consented", "purpose": "To check the mixed model in R",
             "requestedBy": "2f1c0b52-6f0e-4a0e-9f0c-0d6f6f1f7a11", "requestedAt": "2026-05-02T09:00:00Z",
             "state": "ready", "writtenRows": 183, "totalRows": 183, "bytes": 20411,
             "watermark": "9e107d9d372bb6826bd81d3542a419d6", "endedAt": "2026-05-02T09:00:01Z",
             "expiresAt": "2026-05-03T09:00:01Z",
             "fileName": "spring-cohort-v1-consented-0b8f2f9e.parquet",
             "content": "/analytics/v1/studies/spring-cohort/extracts/0b8f2f9e-5b0a-4c57-8a3e-3f3c9a0f7d21/content",
             "codebook": "/analytics/v1/studies/spring-cohort/extracts/0b8f2f9e-5b0a-4c57-8a3e-3f3c9a0f7d21/codebook"}""";

    static ExtractView of(Extract extract) {
        String address = "/analytics/v1/studies/" + extract.study() + "/extracts/" + extract.id();
        boolean ready = extract.state() == State.READY;
        return new ExtractView(
                extract.id(),
                extract.study(),
                extract.version(),
                extract.format(),
                "consented",
                extract.purpose(),
                extract.requestedBy(),
                extract.requestedAt(),
                extract.state(),
                extract.writtenRows(),
                extract.totalRows().orElse(null),
                extract.bytes().orElse(null),
                extract.watermark().orElse(null),
                extract.endedAt().orElse(null),
                extract.expiresAt().orElse(null),
                extract.fileName(),
                ready ? address + "/content" : null,
                ready ? address + "/codebook" : null);
    }
}
