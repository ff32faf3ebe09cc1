package org.mentoringcommons.curriculum.workshop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mentoringcommons.tenancy.Refusal;

/** What a change of a workshop must leave true. */
final class ChangeCheck {

    private static final String NOT_THERE = "is no module of what the workshop would be held with";

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

    /** What was covered or is planned is among the modules the workshop is going to be held with. */
    static void requireNoneBut(Set<String> modules, Coverage coverage, List<Session> sessions) {
        List<Refusal.Violation> others = new ArrayList<>();
        if (coverage instanceof Coverage.Known known) {
            Stream.of(known.modules(), known.partly(), known.unknown())
                    .flatMap(List::stream)
                    .filter(module -> !modules.contains(module))
                    .forEach(module -> others.add(new Refusal.Violation("coverage." + module, NOT_THERE)));
        }
        for (int at = 0; at < sessions.size(); at++) {
            List<String> planned = sessions.get(at).modules();
            for (int module = 0; module < planned.size(); module++) {
                if (!modules.contains(planned.get(module))) {
                    others.add(new Refusal.Violation("sessions[" + at + "].modules[" + module + "]", NOT_THERE));
                }
            }
        }
        if (!others.isEmpty()) {
            throw WorkshopProblem.modulesNamed(others);
        }
    }

    /** A session that somebody attended is neither dropped nor moved to where nobody can have been yet. */
    static void requireAttendedStay(Map<Integer, Session> present, Map<Integer, Session> wanted, Instant now) {
        List<Refusal.Violation> attended = new ArrayList<>();
        List<Integer> before = List.copyOf(present.keySet());
        List<Integer> after = List.copyOf(wanted.keySet());
        present.forEach((number, session) -> {
            if (session.attended() > 0 && !wanted.containsKey(number)) {
                attended.add(wasAttended(before.indexOf(number)));
            } else if (session.attended() > 0 && wanted.get(number).startsAt().isAfter(now)) {
                attended.add(wasAttended(after.indexOf(number)));
            }
        });
        if (!attended.isEmpty()) {
            throw WorkshopProblem.attendedSessions(attended);
        }
    }

    private static Refusal.Violation wasAttended(int at) {
        return new Refusal.Violation("sessions[" + at + "]", "was attended");
    }
}
