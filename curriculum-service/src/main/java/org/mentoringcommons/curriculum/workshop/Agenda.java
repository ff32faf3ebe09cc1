package org.mentoringcommons.curriculum.workshop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mentoringcommons.tenancy.Refusal;

/** What makes several sessions one possible agenda: years that people live in, in order, without overlap. */
final class Agenda {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private Agenda() {}

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming each session that cannot be
     */
    static List<Session> of(List<NewSession> planned) {
        List<Session> sessions = planned.stream().map(NewSession::planned).toList();
        List<Refusal.Violation> wrong = new ArrayList<>();
        for (int at = 0; at < sessions.size(); at++) {
            Instant start = sessions.get(at).startsAt();
            String field = "sessions[" + at + "].startsAt";
            if (start.isBefore(EARLIEST) || !start.isBefore(LATEST)) {
                wrong.add(new Refusal.Violation(field, "must lie between 1990 and 2100"));
            } else if (at > 0 && start.isBefore(sessions.get(at - 1).endsAt())) {
                wrong.add(new Refusal.Violation(field, "must not come before the end of the session before"));
            }
        }
        if (!wrong.isEmpty()) {
            throw WorkshopProblem.impossibleSessions(wrong);
        }
        return sessions;
    }
}
