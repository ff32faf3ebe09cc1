package org.mentoringcommons.curriculum.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sheet to be begun: of a shared version, or of the institution's own. */
record NewSheet(
        @Schema(
                        description = "With its version; not together with an adaptation",
                        examples = "growing-with-mentors-early-career")
                @Size(max = 80)
                String curriculum,
        @Schema(description = "A published version of it", examples = "1.0.0") @Size(max = 80) String version,
        @Schema(description = "With its revision, in place of a curriculum and version") UUID adaptation,
        @Schema(description = "A published revision of it") Integer revision,
        @Schema(description = "Key of one of its worksheets", examples = "four-way-view") @NotNull @Size(max = 80)
                String worksheet,
        @Schema(description = "As for saving; without it, an empty sheet", implementation = Object.class)
                JsonNode answers) {

    boolean namesAdaptation() {
        return adaptation != null || revision != null;
    }

    /** Whether it says one of both, and all of it. */
    boolean saysAllOfIt() {
        return namesAdaptation()
                ? adaptation != null && revision != null && curriculum == null && version == null
                : curriculum != null && version != null;
    }
}
