package org.mentoringcommons.curriculum.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything there is of a sheet, for its owner to keep elsewhere. */
@Schema(name = "WorksheetExport")
record SheetExport(SheetView sheet, List<Saved> versions) {

    /** What it said when it was saved. */
    @Schema(name = "SavedAnswers")
    record Saved(int version, Instant savedAt, @Schema(implementation = Object.class) JsonNode answers) {}
}
