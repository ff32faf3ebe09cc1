package org.mentoringcommons.survey.coding;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.Keys;

/** One version of a codebook. */
@Embeddable
public record CodebookReference(
        @NotNull @Pattern(regexp = Keys.NAME) @Schema(examples = "planned-changes") String key,
        @NotNull @Pattern(regexp = Keys.NAME) @Schema(examples = "1") String version) {}
