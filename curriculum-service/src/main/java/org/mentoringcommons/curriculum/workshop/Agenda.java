package org.mentoringcommons.curriculum.workshop;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.mentoringcommons.tenancy.Refusal;

/** What makes several sessions one possible agenda: years that people live in, in order, without overlap. */
final class Agenda {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final List<Session> sessions = new ArrayList<>();
    private final List<Refusal.Violation> wrong = new ArrayList<>();

    private Agenda() {}

    /**
     * @param zone whose clocks show local starts
     * @param modules the keys there are
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming each session that cannot be
     */
    static List<Session> of(List<NewSession> planned, ZoneId zone, Set<String> modules) {
        Agenda agenda = new Agenda();
        for (int at = 0; at < planned.size(); at++) {
            agenda.add("sessions[" + at + "]", planned.get(at), zone);
            agenda.requireKnown("sessions[" + at + "].modules", planned.get(at).modules(), modules);
        }
        if (!agenda.wrong.isEmpty()) {
            throw WorkshopProblem.impossibleSessions(agenda.wrong);
        }
        return agenda.sessions;
    }

    private void add(String field, NewSession planned, ZoneId zone) {
        String shown = field + (planned.startsAt() == null ? ".localStart" : ".startsAt");
        Consumer<String> refusal = message -> wrong.add(new Refusal.Violation(shown, message));
        Instant start = planned.start(zone, refusal);
        if (start == null) {
            return;
        }
        if (start.isBefore(EARLIEST) || !start.isBefore(LATEST)) {
            refusal.accept("must lie between 1990 and 2100");
            return;
        }
        if (!sessions.isEmpty()
                && start.isBefore(sessions.get(sessions.size() - 1).endsAt())) {
            refusal.accept("must not come before the end of the session before");
        }
        sessions.add(new Session(start, planned.minutes(), 0, List.copyOf(planned.modules())));
    }

    private void requireKnown(String field, List<String> named, Set<String> modules) {
        for (int at = 0; at < named.size(); at++) {
            String message = modules.contains(named.get(at))
                    ? named.indexOf(named.get(at)) < at ? "appears before" : null
                    : "is no module of the workshop's curriculum version";
            if (message != null) {
                wrong.add(new Refusal.Violation(field + "[" + at + "]", message));
            }
        }
    }
}
