package org.mentoringcommons.analytics.study;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.analytics.cohort.Inclusion;
import org.mentoringcommons.analytics.crosswalk.CrosswalkReference;

/**
 * A study as an operator declares it.
 *
 * @param agreement the first text that institutions agree to
 */
record NewStudy(
        @NotNull
                @Pattern(
                        regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}",
                        message = "letters, digits, '.', '_' and '-'; at most 80")
                String key,
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 1000) String purpose,
        @NotNull @Valid Inclusion inclusion,
        @NotBlank @Schema(enumeration = "consented") String population,
        @NotEmpty List<@NotBlank @Size(max = 255) String> team,
        @NotNull @Valid Tables tables,
        List<@Valid @NotNull Grouping> groupings,
        List<@NotBlank String> tests,
        List<@NotBlank String> family,
        NewThresholds thresholds,
        @NotBlank @Size(max = 20_000) String agreement,
        boolean ahead,
        @Valid CrosswalkReference crosswalk,
        Noise noise) {

    EditedStudy declaration() {
        return new EditedStudy(
                title,
                purpose,
                inclusion,
                population,
                tables,
                groupings,
                tests,
                family,
                thresholds,
                ahead,
                crosswalk,
                noise);
    }
}
