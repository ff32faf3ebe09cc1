package org.mentoringcommons.analytics.study;

import java.time.Instant;
import java.util.List;
import org.mentoringcommons.analytics.cohort.Inclusion;

/** A study as it was declared. */
record StudyView(
        String key,
        String title,
        Inclusion inclusion,
        String population,
        List<String> team,
        Tables tables,
        Instant declaredAt) {

    static StudyView of(Study study) {
        return new StudyView(
                study.key(),
                study.title(),
                study.definition().inclusion(),
                study.definition().population(),
                study.team().stream().sorted().toList(),
                study.definition().tables(),
                study.declaredAt());
    }
}
