package org.mentoringcommons.survey.adaptation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.Wordings;

/**
 * An institution's words over an instrument's, in one language. Ids, kinds, options and scoring stay the instrument's.
 *
 * @param licence by what right the institution uses these words
 * @param words in a language the instrument has, any of them; in another language, all of them
 */
record Overlay(
        @NotBlank @Size(max = 2_000) @Schema(examples = "Used by permission of the authors, letter of 2026-01-12")
                String licence,
        @NotNull @Valid Wordings words) {}
