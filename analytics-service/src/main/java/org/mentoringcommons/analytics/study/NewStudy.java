package org.mentoringcommons.analytics.study;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.analytics.cohort.Inclusion;

/** A study as an operator declares it. */
record NewStudy(
        @NotNull
                @Pattern(
                        regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}",
                        message = "letters, digits, '.', '_' and '-'; at most 80")
                String key,
        @NotBlank String title,
        @NotNull @Valid Inclusion inclusion,
        @NotBlank @Schema(enumeration = "consented") String population,
        @NotEmpty List<@NotBlank String> team,
        @NotNull @Valid Tables tables) {}
