package org.mentoringcommons.survey.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An import, and how far it is.
 *
 * @param requestedBy subject
 * @param fileHash SHA-256 of the file that was taken; null before
 * @param repeats an earlier import of the same file by the same mapping, if there was one
 * @param rows lines with answers in the file
 * @param leftOut lines that are no answers, as the mapping says
 * @param consentUnstated answers of which nothing says whether they are for research: they are not
 * @param already answers that were here before, or whose givers have withdrawn: they do not come back
 * @param added answers that it brought
 * @param told how many of them the other services know of
 * @param workshops which workshops they are of
 * @param failure why it failed; null if it did not
 * @param endedAt null while it is not over
 */
@Schema(name = "Import", examples = ImportView.EXAMPLE)
record ImportView(
        UUID id,
        UUID protocol,
        String source,
        @Schema(implementation = Mapping.class) @JsonRawValue String mapping,
        String requestedBy,
        Instant requestedAt,
        State state,
        @Schema(nullable = true) String fileHash,
        @Schema(nullable = true) UUID repeats,
        long rows,
        long leftOut,
        long consentUnstated,
        long already,
        long added,
        long told,
        List<OfWorkshop> workshops,
        @Schema(nullable = true) String failure,
        @Schema(nullable = true) Instant endedAt) {

    static final String EXAMPLE =
            """
            {"id": "0b8f2f9e-5b0a-4c57-8a3e-3f3c9a0f7d21", "protocol": "7d6d1a0c-52c1-4d51-9d5c-6c2a9f3e1b44",
             "source": "Qualtrics project \\"Mentoring up 2019\\"", "mapping": {"layout": "csv",
             "workshop": {"column": "workshop"}, "record": "id", "consent": {"research": false},
             "items": [{"item": "career", "column": "career"}]},
             "requestedBy": "2f1c0b52-6f0e-4a0e-9f0c-0d6f6f1f7a11", "requestedAt": "2027-01-11T09:00:00Z",
             "state": "imported", "fileHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             "repeats": null, "rows": 226, "leftOut": 3, "consentUnstated": 0, "already": 0, "added": 226, "told": 226,
             "workshops": [{"key": "2019-03", "workshop": "6f1f5a0e-6a5a-4f0e-9c53-0d7a5b1c2e90", "made": true}],
             "failure": null, "endedAt": "2027-01-11T09:00:02Z"}""";

    /**
     * @param key what the file calls it
     * @param workshop its id; null while it is not on record
     * @param made whether it was put on record for this import
     */
    @Schema(name = "ImportedWorkshop")
    record OfWorkshop(String key, @Schema(nullable = true) UUID workshop, boolean made) {}

    static ImportView of(Import one, UUID repeats, List<OfWorkshop> workshops) {
        Import.Counts counts = one.counts();
        return new ImportView(
                one.id(),
                one.protocol(),
                one.source(),
                one.mapping(),
                one.requestedBy(),
                one.requestedAt(),
                one.state(),
                one.fileHash(),
                repeats,
                counts.rows(),
                counts.leftOut(),
                counts.unstated(),
                counts.already(),
                counts.added(),
                one.told(),
                workshops,
                one.failure(),
                one.endedAt());
    }

    static String address(Import one) {
        return "/survey/v1/protocols/" + one.protocol() + "/imports/" + one.id();
    }
}
