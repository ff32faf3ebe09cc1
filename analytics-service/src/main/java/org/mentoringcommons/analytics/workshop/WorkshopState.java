package org.mentoringcommons.analytics.workshop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What curriculum-service tells about a workshop, as far as this service reads it. */
record WorkshopState(
        UUID id,
        String curriculum,
        String version,
        String mode,
        String audience,
        List<Session> sessions,
        int minutes,
        Coverage coverage,
        String status,
        Instant deliveredAt,
        int enrolled,
        int attended) {

    record Session(Instant startsAt, Instant endsAt) {}

    /**
     * Which modules of the shared version were covered whole; not known is not "none". Those delivered in part, and an
     * institution's own, are told apart and not read: they count as not covered (ADR 36).
     */
    record Coverage(boolean known, List<String> modules) {}
}
