package org.mentoringcommons.curriculum.workshop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.catalog.Audience;

/** A workshop to be planned. */
record NewWorkshop(
        @Schema(examples = "Spring cohort")
                @NotBlank
                @Size(max = 200)
                @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
                String name,
        @Schema(description = "Key of the curriculum", examples = "mentoring-up") @NotNull @Size(max = 80)
                String curriculum,
        @Schema(description = "A published version of it", examples = "2021.1") @NotNull @Size(max = 80) String version,
        @NotNull Mode mode,
        @NotNull Audience audience,
        @Schema(description = "In the order they take place; they do not overlap") @NotNull @Size(min = 1, max = 100)
                List<@NotNull @Valid NewSession> sessions) {}
