package org.mentoringcommons.analytics.study;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.analytics.cohort.Inclusion;
import org.mentoringcommons.analytics.crosswalk.CrosswalkReference;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/**
 * A study in one version.
 *
 * @param readAt when results of this version were first handed out; null if nobody has seen any
 */
record StudyView(
        String key,
        int version,
        String title,
        String purpose,
        Inclusion inclusion,
        String population,
        List<String> team,
        Tables tables,
        List<Grouping> groupings,
        List<String> tests,
        List<String> family,
        Thresholds thresholds,
        boolean ahead,
        @Schema(nullable = true) CrosswalkReference crosswalk,
        @Schema(nullable = true) Noise noise,
        Instant declaredAt,
        String declaredBy,
        @Schema(nullable = true) Instant readAt) {

    static StudyView of(Study study) {
        Study.Definition declared = study.definition();
        return new StudyView(
                study.key(),
                study.version(),
                study.title(),
                declared.purpose(),
                declared.inclusion(),
                declared.population(),
                study.team().stream().sorted().toList(),
                declared.tables(),
                declared.groupings(),
                declared.tests(),
                declared.family(),
                declared.thresholds(),
                declared.ahead(),
                declared.crosswalk(),
                declared.noise(),
                study.declaredAt(),
                study.declaredBy(),
                study.readAt().orElse(null));
    }
}
