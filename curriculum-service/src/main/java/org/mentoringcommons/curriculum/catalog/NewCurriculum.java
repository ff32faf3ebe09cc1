package org.mentoringcommons.curriculum.catalog;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A curriculum to be announced. */
record NewCurriculum(
        @Schema(examples = "mentoring-up") @NotNull @Pattern(regexp = Key.PATTERN, message = Key.MESSAGE) String key,
        @Schema(examples = "Mentoring Up for Early Career Investigators")
                @NotBlank
                @Size(max = 200)
                @Pattern(regexp = Key.LINE, message = Key.LINE_MESSAGE)
                String title,
        @NotNull Audience audience,
        @Schema(description = "Key of the curriculum this one was adapted from", examples = "entering-mentoring")
                @Pattern(regexp = Key.PATTERN, message = Key.MESSAGE)
                String adaptedFrom,
        @Size(max = 1000) @Pattern(regexp = Key.LINE, message = Key.LINE_MESSAGE) String citation,
        @Schema(examples = "CC-BY-NC-4.0") @Size(max = 200) @Pattern(regexp = Key.LINE, message = Key.LINE_MESSAGE)
                String licence) {}
