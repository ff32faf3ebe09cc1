package org.mentoringcommons.curriculum.workshop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.mentoringcommons.curriculum.catalog.Audience;
import org.mentoringcommons.exchange.Fact;

/**
 * What other services are told of a workshop: everything they need and nothing that names a person, not even the
 * workshop's own title.
 *
 * @param version the shared one
 * @param adaptation what it is held with in place of that version; null if it is held with the version itself
 * @param minutes of all sessions together
 * @param attended people present in at least one session
 * @param imported whether it was told as one of the past, about which nobody is to be asked now
 */
record WorkshopState(
        UUID id,
        String curriculum,
        String version,
        LocalModules.HeldRevision adaptation,
        Mode mode,
        Audience audience,
        List<Meeting> sessions,
        int minutes,
        CoverageState coverage,
        Status status,
        Instant deliveredAt,
        int enrolled,
        int attended,
        long rosterRevision,
        boolean imported) {

    static final String TOPIC = "workshops";
    static final String TYPE = "org.mentoringcommons.workshop.v1";

    /** When a session takes place. */
    record Meeting(Instant startsAt, Instant endsAt) {}

    /**
     * @param held the institution's own version that it is held with, or null
     * @param isShared whether a module of this key is the shared version's
     */
    static WorkshopState of(Workshop workshop, LocalModules.HeldRevision held, Predicate<String> isShared) {
        Schedule schedule = workshop.schedule();
        return new WorkshopState(
                workshop.id(),
                workshop.curriculum(),
                workshop.curriculumVersion(),
                held,
                workshop.mode(),
                workshop.audience(),
                schedule.sessions().stream()
                        .map(session -> new Meeting(session.startsAt(), session.endsAt()))
                        .toList(),
                schedule.minutes(),
                CoverageState.of(workshop.coverage(), isShared),
                workshop.status(),
                workshop.deliveredAt(),
                workshop.enrolled(),
                workshop.attended(),
                workshop.rosterRevision(),
                workshop.isImported());
    }

    Fact fact(long changes) {
        return new Fact(TOPIC, id.toString(), TYPE, changes, this);
    }
}
