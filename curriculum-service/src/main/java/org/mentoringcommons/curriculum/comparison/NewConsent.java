package org.mentoringcommons.curriculum.comparison;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** With whom one's answers may be laid side by side, and which. */
record NewConsent(
        @Schema(description = "The person's account at the institution", examples = "mentor.one")
                @NotBlank
                @Size(max = 255)
                String with,
        @Schema(description = "The stage of the sheet that holds one's own answers", examples = "mentee")
                @NotNull
                @Size(max = 80)
                String stage) {}
