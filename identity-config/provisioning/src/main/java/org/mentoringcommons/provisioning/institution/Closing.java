package org.mentoringcommons.provisioning.institution;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That an institution shall be closed. */
record Closing(
        @NotNull
                @Schema(
                        examples = "2031-06-30",
                        description = "The last day its data are kept; today or later, in its own time zone")
                LocalDate retainedUntil,
        @NotBlank @Size(max = Why.LENGTH) @Schema(examples = "The institution leaves the consortium") String reason) {}
