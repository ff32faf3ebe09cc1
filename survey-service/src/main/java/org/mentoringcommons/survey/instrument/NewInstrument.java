package org.mentoringcommons.survey.instrument;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of an instrument to be created, and so frozen.
 *
 * @param language of its labels; {@code en} if not said
 * @param translations all labels in further languages
 */
record NewInstrument(
        @NotNull @Pattern(regexp = Keys.NAME) @Schema(examples = "mentee-competency") String key,
        @NotNull @Pattern(regexp = Keys.NAME) @Schema(examples = "1") String version,
        @NotBlank @Size(max = Keys.LABEL) @Schema(examples = "How mentoring went for me") String title,
        @Size(max = Keys.LABEL) @Schema(examples = "mentees") String population,
        @Size(max = Keys.LABEL) @Schema(examples = "structure validated elsewhere, own wording not yet")
                String validationStatus,
        @Size(max = Keys.LABEL) @Schema(examples = "CC BY 4.0") String licence,
        @Pattern(regexp = Keys.LANGUAGE) @Schema(examples = "en") String language,
        @NotEmpty @Size(max = 500) List<@NotNull @Valid Item> items,
        @Size(max = 100) List<@NotNull @Valid Scale> scales,
        @Size(max = 20) List<@NotNull @Valid Wordings> translations) {

    Definition definition() {
        return new Definition(language, items, scales, translations);
    }
}
