package org.mentoringcommons.analytics.release;

import java.time.Instant;
import java.util.List;
import org.mentoringcommons.exchange.Fact;

/**
 * The {@code releases} fact: that a release is frozen, and of whose answers.
 *
 * @param institutions whose answers are counted in it, by id
 */
record ReleaseFact(
        int number, String study, int edition, Instant frozenAt, String contentHash, List<String> institutions) {

    Fact fact() {
        return new Fact("releases", Integer.toString(number), "org.mentoringcommons.release.v1", 1, frozenAt, this);
    }
}
