package org.mentoringcommons.survey.coding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.Keys;

/** What a text can be coded as. */
public record Code(
        @NotNull @Pattern(regexp = Keys.CODE) @Schema(examples = "Vague Response") String code,
        @NotBlank @Size(max = Keys.LABEL) @Schema(examples = "Too vague to tell what would change") String label) {}
