package org.mentoringcommons.survey.workshop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What this service reads of a {@code workshops} fact.
 *
 * @param imported whether it was told as one of the past: nobody is asked about it now
 */
record WorkshopFact(
        UUID id,
        String curriculum,
        List<Session> sessions,
        String status,
        Instant deliveredAt,
        long rosterRevision,
        boolean imported) {

    record Session(Instant endsAt) {}

    /** The end of its last session, or null if it has none. */
    Instant endsAt() {
        return sessions == null
                ? null
                : sessions.stream().map(Session::endsAt).max(Instant::compareTo).orElse(null);
    }
}
