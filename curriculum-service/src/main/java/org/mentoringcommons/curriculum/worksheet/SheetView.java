package org.mentoringcommons.curriculum.worksheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sheet as its owner, or somebody it is shown to, reads it.
 *
 * @param owner the owner's account, if it is somebody else's
 * @param confidential whether it is made to hold names of others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "FilledWorksheet",
        examples =
                """
                {"id": "6f1f5a0e-6a5a-4f0e-9c53-0d7a5b1c2e90", "curriculum": "mentoring-up", "curriculumVersion": "2.1.0",
                 "worksheet": "before-we-meet", "title": "Before we meet", "kind": "checklist", "confidential": false,
                 "version": 2, "savedAt": "2026-03-02T15:00:00Z", "answers": {"ticked": ["agenda"]},
                 "definition": {"kind": "checklist"}}""")
record SheetView(
        UUID id,
        String owner,
        String curriculum,
        String curriculumVersion,
        String worksheet,
        String title,
        String kind,
        boolean confidential,
        int version,
        Instant savedAt,
        @Schema(implementation = Object.class) JsonNode answers,
        @Schema(implementation = Object.class) JsonNode definition) {

    /** Of the caller's own. */
    static SheetView of(FilledSheet sheet) {
        return of(sheet, null);
    }

    static SheetView of(FilledSheet sheet, String owner) {
        return new SheetView(
                sheet.id(),
                owner,
                sheet.curriculum(),
                sheet.curriculumVersion(),
                sheet.worksheet(),
                sheet.definition().get("title").asText(),
                sheet.kind(),
                sheet.definition().path("confidential").asBoolean(),
                sheet.version(),
                sheet.savedAt(),
                sheet.answers(),
                sheet.definition());
    }

    /** Without what it asks and says. */
    SheetView head() {
        return new SheetView(
                id,
                owner,
                curriculum,
                curriculumVersion,
                worksheet,
                title,
                kind,
                confidential,
                version,
                savedAt,
                null,
                null);
    }
}
