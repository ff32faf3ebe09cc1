package org.mentoringcommons.curriculum.adaptation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A shared version to be adapted. */
record NewAdaptation(
        @Schema(description = "What the institution calls it in addresses and files", examples = "lakeside-mentoring")
                @NotNull
                @Pattern(
                        regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}",
                        message =
                                "1 to 80 letters, digits, dots, hyphens or underscores, beginning with a letter or digit")
                String key,
        @Schema(examples = "Mentoring at Lakeside")
                @NotBlank
                @Size(max = 200)
                @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
                String title,
        @Schema(description = "Key of a shared curriculum", examples = "mentoring-up") @NotNull @Size(max = 80)
                String curriculum,
        @Schema(description = "A published version of it", examples = "2.1.0") @NotNull @Size(max = 80)
                String version) {}
