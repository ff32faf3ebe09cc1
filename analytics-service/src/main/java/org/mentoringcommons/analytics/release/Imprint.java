package org.mentoringcommons.analytics.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.analytics.cube.Method;
import org.mentoringcommons.analytics.study.Noise;
import org.mentoringcommons.analytics.study.Study;

/**
 * What stands on the first page of a release.
 *
 * @param numbers of the study's releases up to this one, the first one's first; its own is 0 while it is a draft
 * @param study in the version that is released
 * @param cubeHash SHA-256 of the sealed counts
 * @param method by which rules it was worked out
 * @param frozenAt null while it is a draft
 */
record Imprint(List<Integer> numbers, Study study, String purpose, String cubeHash, Method method, Instant frozenAt) {

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

    /** {@return how the rules are called by which it was worked out} */
    String methodName() {
        return noise().map(Noise::method).orElse(Documents.METHOD);
    }

    /** {@return what was added to counts, if anything} */
    Optional<Noise> noise() {
        return Optional.ofNullable(study.definition().noise());
    }

    String methodVersion() {
        return method.version();
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
