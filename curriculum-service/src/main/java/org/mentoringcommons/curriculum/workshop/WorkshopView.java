package org.mentoringcommons.curriculum.workshop;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.catalog.Audience;
import org.mentoringcommons.curriculum.planning.Warning;

/**
 * A workshop as its institution sees it.
 *
 * @param timeZone whose clocks its sessions go by
 * @param place where it takes place, or null
 * @param certificateMinutes minutes a person has to be there for a certificate, or null if there are none
 * @param deliveredAt when delivery was recorded, or null
 * @param enrolled people on the roster
 * @param attended people present in at least one session
 * @param rosterRevision rises with each new roster; 0 before the first
 * @param imported whether it was told as one of the past
 * @param warnings what speaks against the plan; shown of a single workshop, not in lists
 */
@Schema(
        examples =
                """
                {"id": "6f1f5a0e-6a5a-4f0e-9c53-0d7a5b1c2e90", "name": "Spring cohort", "curriculum": "mentoring-up",
                 "version": "2021.1", "mode": "in_person", "audience": "mentee", "timeZone": "America/Chicago",
                 "place": "Library, room 204", "certificateMinutes": 240,
                 "sessions": [{"number": 1, "startsAt": "2026-03-02T15:00:00Z", "localStart": "2026-03-02T09:00",
                               "minutes": 240, "attended": 7, "modules": ["communication", "expectations"]}],
                 "coverage": {"known": true, "modules": ["communication"], "partly": ["expectations"], "unknown": []},
                 "status": "delivered", "deliveredAt": "2026-03-02T19:05:12.345Z", "enrolled": 8, "attended": 7,
                 "rosterRevision": 1, "imported": false, "warnings": []}""")
public record WorkshopView(
        UUID id,
        String name,
        String curriculum,
        String version,
        Mode mode,
        Audience audience,
        String timeZone,
        String place,
        Integer certificateMinutes,
        List<SessionView> sessions,
        CoverageView coverage,
        Status status,
        Instant deliveredAt,
        int enrolled,
        int attended,
        long rosterRevision,
        boolean imported,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Warning> warnings) {

    /** As lists show it, without what speaks against the plan. */
    public static WorkshopView of(Workshop workshop) {
        return of(workshop, null);
    }

    static WorkshopView of(Workshop workshop, List<Warning> warnings) {
        Schedule schedule = workshop.schedule();
        return new WorkshopView(
                workshop.id(),
                workshop.name(),
                workshop.curriculum(),
                workshop.curriculumVersion(),
                workshop.mode(),
                workshop.audience(),
                schedule.zone().getId(),
                workshop.place(),
                workshop.certificateMinutes(),
                SessionView.all(schedule),
                CoverageView.of(workshop.coverage()),
                workshop.status(),
                workshop.deliveredAt(),
                workshop.enrolled(),
                workshop.attended(),
                workshop.rosterRevision(),
                workshop.isImported(),
                warnings);
    }

    /**
     * A session with the number it has for good, by which attendance is recorded.
     *
     * @param localStart what clocks show then
     */
    record SessionView(
            int number, Instant startsAt, LocalDateTime localStart, int minutes, int attended, List<String> modules) {

        static List<SessionView> all(Schedule schedule) {
            return schedule.byNumber().entrySet().stream()
                    .map(session -> of(session.getKey(), session.getValue(), schedule.zone()))
                    .toList();
        }

        private static SessionView of(int number, Session session, ZoneId zone) {
            return new SessionView(
                    number,
                    session.startsAt(),
                    LocalDateTime.ofInstant(session.startsAt(), zone),
                    session.minutes(),
                    session.attended(),
                    session.modules());
        }
    }
}
