package org.mentoringcommons.survey.instrument;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of an instrument. */
@Embeddable
public record InstrumentReference(
        @NotNull @Pattern(regexp = Keys.NAME) @Schema(examples = "mentee-competency") String key,
        @NotNull @Pattern(regexp = Keys.NAME) @Schema(examples = "1") String version) {}
