package org.mentoringcommons.survey.webhook;

import java.time.Instant;
import java.util.List;

/**
 * What this service reads of a {@code releases} fact.
 *
 * @param withdrawn null as long as it is not
 */
record ReleaseFact(
        int number, String study, int edition, Instant frozenAt, List<String> institutions, Withdrawn withdrawn) {

    /** @param replacedBy the release to use instead; null if there is none */
    record Withdrawn(Instant at, Integer replacedBy) {}
}
