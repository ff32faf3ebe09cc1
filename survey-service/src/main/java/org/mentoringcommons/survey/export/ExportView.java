package org.mentoringcommons.survey.export;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.dataset.Population;
import org.mentoringcommons.survey.dataset.Sheet;

/**
 * An export, and how far it is.
 *
 * @param waves how many waves' answers are in it
 * @param writtenRows answers written so far
 * @param totalRows answers it is going to have
 * @param endedAt when it was finished, failed, was cancelled or recalled; null while it is under way
 * @param expiresAt when it cannot be fetched any more; null before it is ready
 * @param files what can be fetched; none unless it is ready
 */
@Schema(name = "Export", examples = ExportView.EXAMPLE)
record ExportView(
        UUID id,
        UUID protocol,
        Format format,
        Population population,
        String purpose,
        @Schema(implementation = NewExport.Filters.class) @JsonRawValue String filters,
        int waves,
        String requestedBy,
        Instant requestedAt,
        State state,
        long writtenRows,
        long totalRows,
        @Schema(nullable = true) Instant endedAt,
        @Schema(nullable = true) Instant expiresAt,
        List<File> files) {

    static final String EXAMPLE =
            """
            {"id": "0b8f2f9e-5b0a-4c57-8a3e-3f3c9a0f7d21", "protocol": "7d6d1a0c-52c1-4d51-9d5c-6c2a9f3e1b44",
             "format": "sav", "population": "consented", "purpose": "Paired tests in SPSS for the annual report",
             "filters": {"from": "2026-01-01", "to": "2026-12-31"}, "waves": 5,
             "requestedBy": "2f1c0b52-6f0e-4a0e-9f0c-0d6f6f1f7a11", "requestedAt": "2027-01-11T09:00:00Z",
             "state": "ready", "writtenRows": 183, "totalRows": 183, "endedAt": "2027-01-11T09:00:00.4Z",
             "expiresAt": "2027-01-12T09:00:00.4Z",
             "files": [{"sheet": "data", "name": "2026-0417-consented-0b8f2f9e.sav", "bytes": 20411,
               "href": "/survey/v1/protocols/7d6d1a0c-52c1-4d51-9d5c-6c2a9f3e1b44/exports/0b8f2f9e-5b0a-4c57-8a3e-3f3c9a0f7d21/files/data"},
              {"sheet": "codebook", "name": "2026-0417-consented-0b8f2f9e-codebook.csv", "bytes": 9120,
               "href": "/survey/v1/protocols/7d6d1a0c-52c1-4d51-9d5c-6c2a9f3e1b44/exports/0b8f2f9e-5b0a-4c57-8a3e-3f3c9a0f7d21/files/codebook"}]}""";

    /**
     * One file of an export.
     *
     * @param name under which it is saved
     * @param href where to fetch it
     */
    @Schema(name = "ExportFile")
    record File(Sheet sheet, String name, long bytes, String href) {}

    /** @param sizes of its files, if it is ready */
    static ExportView of(Export export, Map<Sheet, Long> sizes) {
        return new ExportView(
                export.id(),
                export.protocol(),
                export.format(),
                export.population(),
                export.purpose(),
                export.filters(),
                export.waves().size(),
                export.requestedBy(),
                export.requestedAt(),
                export.state(),
                export.writtenRows(),
                export.totalRows(),
                export.endedAt(),
                export.expiresAt(),
                sizes.entrySet().stream()
                        .map(size -> new File(
                                size.getKey(),
                                export.format().fileName(export.name(), size.getKey()),
                                size.getValue(),
                                address(export) + "/files/" + size.getKey().word()))
                        .toList());
    }

    static String address(Export export) {
        return "/survey/v1/protocols/" + export.protocol() + "/exports/" + export.id();
    }
}
