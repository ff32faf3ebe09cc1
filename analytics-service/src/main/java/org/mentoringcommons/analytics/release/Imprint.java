package org.mentoringcommons.analytics.release;

import java.time.Instant;
import java.util.List;
import org.mentoringcommons.analytics.study.Study;

/**
 * What stands on the first page of a release.
 *
 * @param numbers of the study's releases up to this one, the first one's first; its own is 0 while it is a draft
 * @param study in the version that is released
 * @param cubeHash SHA-256 of the sealed counts
 * @param frozenAt null while it is a draft
 */
record Imprint(List<Integer> numbers, Study study, String purpose, String cubeHash, Instant frozenAt) {

    int number() {
        return numbers.get(numbers.size() - 1);
    }

    int edition() {
        return numbers.size();
    }

    /** {@return the release in which a study's edition was published} */
    Integer release(Integer ofEdition) {
        return ofEdition == null ? null : numbers.get(ofEdition - 1);
    }

    boolean isDraft() {
        return frozenAt == null;
    }

    String name() {
        return isDraft() ? "draft of release" : "release " + number();
    }

    String day() {
        return isDraft() ? "not frozen" : frozenAt.toString().substring(0, 10);
    }
}
