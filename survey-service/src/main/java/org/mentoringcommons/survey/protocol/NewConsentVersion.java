package org.mentoringcommons.survey.protocol;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A consent text to take the place of the one in force.
 *
 * @param change {@code trivial} or {@code material}
 * @param summary what changed and why, for the board
 */
record NewConsentVersion(
        @NotNull ConsentChange change,
        @NotBlank @Size(max = 2_000) @Schema(examples = "Names the new data repository (amendment 3)") String summary,
        @NotNull @Valid NewConsent consent) {}
