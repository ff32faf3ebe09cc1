package org.mentoringcommons.curriculum.workshop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.curriculum.catalog.Audience;

/**
 * A workshop as its institution sees it.
 *
 * @param deliveredAt when delivery was recorded, or null
 * @param enrolled people on the roster
 * @param attended people present in at least one session
 * @param rosterRevision rises with each new roster; 0 before the first
 */
public record WorkshopView(
        UUID id,
        String name,
        String curriculum,
        String version,
        Mode mode,
        Audience audience,
        List<SessionView> sessions,
        CoverageView coverage,
        Status status,
        Instant deliveredAt,
        int enrolled,
        int attended,
        long rosterRevision) {

    /** A session with the number by which attendance is recorded, from 1. */
    record SessionView(int number, Instant startsAt, int minutes, int attended) {}
}
