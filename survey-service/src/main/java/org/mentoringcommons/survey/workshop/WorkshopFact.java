package org.mentoringcommons.survey.workshop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What this service reads of a {@code workshops} fact. */
record WorkshopFact(
        UUID id, String curriculum, List<Session> sessions, String status, Instant deliveredAt, long rosterRevision) {

    record Session(Instant endsAt) {}

    /** The end of its last session, or null if it has none. */
    Instant endsAt() {
        return sessions == null
                ? null
                : sessions.stream().map(Session::endsAt).max(Instant::compareTo).orElse(null);
    }
}
