package org.mentoringcommons.curriculum.workshop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.catalog.Audience;

/**
 * A workshop as its institution sees it.
 *
 * @param deliveredAt when delivery was recorded, or null
 * @param enrolled people on the roster
 * @param attended people present in at least one session
 * @param rosterRevision rises with each new roster; 0 before the first
 */
@Schema(
        examples =
                """
                {"id": "6f1f5a0e-6a5a-4f0e-9c53-0d7a5b1c2e90", "name": "Spring cohort", "curriculum": "mentoring-up",
                 "version": "2021.1", "mode": "in_person", "audience": "mentee",
                 "sessions": [{"number": 1, "startsAt": "2026-03-02T15:00:00Z", "minutes": 240, "attended": 7}],
                 "coverage": {"known": true, "modules": ["communication", "expectations"]}, "status": "delivered",
                 "deliveredAt": "2026-03-02T19:05:12.345Z", "enrolled": 8, "attended": 7, "rosterRevision": 1}""")
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
