package org.mentoringcommons.analytics.study;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.analytics.cohort.Inclusion;
import org.mentoringcommons.analytics.crosswalk.CrosswalkReference;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/**
 * What a study declares, whole.
 *
 * @param tests left out: {@code clustered_signed_rank} and {@code signed_rank}
 * @param family left out: all of {@code tables.gains}
 * @param thresholds left out: the deployment's
 * @param crosswalk by which coverage of modules is held against what scales measure; left out: by none
 * @param noise what is added to the counts of releases; left out: nothing
 * @param ahead true lets it name curricula and instruments that nothing has been delivered of yet; items, scales and
 *     modules of these are then taken on trust, and what turns out not to be there is undefined in the report
 */
record EditedStudy(
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 1000) String purpose,
        @NotNull @Valid Inclusion inclusion,
        @NotBlank @Schema(enumeration = "consented") String population,
        @NotNull @Valid Tables tables,
        List<@Valid @NotNull Grouping> groupings,
        @Schema(examples = """
                        ["clustered_signed_rank", "signed_rank", "kruskal_wallis"]""")
                List<@NotBlank String> tests,
        List<@NotBlank String> family,
        NewThresholds thresholds,
        boolean ahead,
        @Valid CrosswalkReference crosswalk,
        @Schema(
                        nullable = true,
                        description =
                                "What is added to published counts: cell_key with bound, or discrete_laplace (national totals"
                                        + " alone) with epsilon, which one computation of a release costs, and budget; left out: nothing",
                        examples =
                                """
                                {"mechanism": "discrete_laplace", "epsilon": 0.5, "budget": 2}""")
                Noise noise) {

    EditedStudy {
        thresholds = thresholds == null ? NewThresholds.none() : thresholds;
    }

    Study.Definition definition(Thresholds floor) {
        return new Study.Definition(
                purpose,
                inclusion,
                population,
                tables,
                groupings,
                tests,
                family,
                thresholds.above(floor),
                ahead,
                crosswalk,
                noise);
    }
}
