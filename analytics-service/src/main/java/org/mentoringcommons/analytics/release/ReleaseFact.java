package org.mentoringcommons.analytics.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.mentoringcommons.exchange.Fact;

/**
 * The {@code releases} fact: that a release is frozen, and of whose answers; later, that it is withdrawn.
 *
 * @param institutions whose answers are counted in it, by id
 * @param withdrawn left out unless it is
 */
record ReleaseFact(
        int number,
        String study,
        int edition,
        Instant frozenAt,
        String contentHash,
        List<String> institutions,
        @JsonInclude(JsonInclude.Include.NON_NULL) Withdrawn withdrawn) {

    /** @param replacedBy the release to use instead; left out if there is none */
    record Withdrawn(Instant at, @JsonInclude(JsonInclude.Include.NON_NULL) Integer replacedBy) {}

    Fact fact() {
        return new Fact(
                "releases",
                Integer.toString(number),
                "org.mentoringcommons.release.v1",
                withdrawn == null ? 1 : 2,
                withdrawn == null ? frozenAt : withdrawn.at(),
                this);
    }
}
