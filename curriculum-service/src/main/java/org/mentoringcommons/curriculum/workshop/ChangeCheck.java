package org.mentoringcommons.curriculum.workshop;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.mentoringcommons.tenancy.Refusal;

/** What a change of a workshop must leave true. */
final class ChangeCheck {

    private ChangeCheck() {}

    static void requireSameVersion(boolean another) {
        if (another) {
            throw WorkshopProblem.deliveredWithAnotherVersion();
        }
    }

    static void requireOver(List<Session> sessions, Instant now) {
        List<Refusal.Violation> coming = IntStream.range(0, sessions.size())
                .filter(at -> sessions.get(at).endsAt().isAfter(now))
                .mapToObj(at -> new Refusal.Violation("sessions[" + at + "]", "has not ended"))
                .toList();
        if (!coming.isEmpty()) {
            throw WorkshopProblem.sessionsNotOver(coming);
        }
    }

    /** A session that somebody attended is neither dropped nor moved to where nobody can have been yet. */
    static void requireAttendedStay(List<Session> present, List<Session> wanted, Instant now) {
        List<Refusal.Violation> attended = IntStream.range(0, present.size())
                .filter(at -> present.get(at).attended() > 0)
                .filter(at -> at >= wanted.size() || wanted.get(at).startsAt().isAfter(now))
                .mapToObj(at -> new Refusal.Violation("sessions[" + at + "]", "was attended"))
                .toList();
        if (!attended.isEmpty()) {
            throw WorkshopProblem.attendedSessions(attended);
        }
    }
}
