package org.mentoringcommons.provisioning.hub;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hub to be. */
record NewHub(
        @NotNull
                @Pattern(
                        regexp = "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
                        message = "must be 1 to 63 of a-z 0-9 -, not beginning or ending with -")
                @Schema(examples = "midwest", description = "Never changes")
                String key,
        @NotBlank @Size(max = 200) @Schema(examples = "Midwest Mentoring Hub") String name) {}
