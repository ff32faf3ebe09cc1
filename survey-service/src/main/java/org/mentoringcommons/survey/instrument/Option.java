package org.mentoringcommons.survey.instrument;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something to choose.
 *
 * @param code what answers and facts say
 * @param label what is read
 */
public record Option(
        @NotNull @Pattern(regexp = Keys.CODE) @Schema(examples = "Assistant Professor") String code,
        @NotBlank @Size(max = Keys.LABEL) @Schema(examples = "Assistant professor") String label) {}
