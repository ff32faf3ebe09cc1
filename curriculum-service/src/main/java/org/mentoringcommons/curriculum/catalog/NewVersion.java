package org.mentoringcommons.curriculum.catalog;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version to be drafted. */
record NewVersion(
        @Schema(examples = "2021.1") @NotNull @Pattern(regexp = Key.PATTERN, message = Key.MESSAGE) String version,
        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid CurriculumModule> modules) {}
