package org.mentoringcommons.curriculum.worksheet;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom a sheet is to be shown. */
record NewShare(
        @Schema(description = "The person's account at the institution", examples = "mentor.one")
                @NotBlank
                @Size(max = 255)
                String with,
        @Schema(description = "At most two years ahead; without it, a year", examples = "2026-09-01T00:00:00Z")
                Instant until) {}
