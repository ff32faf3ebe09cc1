package org.mentoringcommons.curriculum.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sheet to be begun. */
record NewSheet(
        @Schema(examples = "growing-with-mentors-early-career") @NotNull @Size(max = 80) String curriculum,
        @Schema(description = "A published version of it", examples = "1.0.0") @NotNull @Size(max = 80) String version,
        @Schema(description = "Key of one of its worksheets", examples = "four-way-view") @NotNull @Size(max = 80)
                String worksheet,
        @Schema(description = "As for saving; without it, an empty sheet", implementation = Object.class)
                JsonNode answers) {}
