package org.mentoringcommons.curriculum.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.tenancy.Refusal;

/** Everybody who was present in a session, once, and for how long. */
final class Presence {

    /** Stands for all of the session, however long it is or will be corrected to be. */
    static final Integer ALL_OF_IT = null;

    private final Map<UUID, Integer> minutes = new LinkedHashMap<>();
    private final List<Refusal.Violation> impossible = new ArrayList<>();

    private Presence(AttendanceList list, int sessionMinutes) {
        list.participants().forEach(person -> minutes.put(person, ALL_OF_IT));
        for (int at = 0; at < list.partly().size(); at++) {
            AttendanceList.Partly some = list.partly().get(at);
            if (some.minutes() > sessionMinutes) {
                wrong(at, "minutes", "goes beyond the session, which lasts " + sessionMinutes + " minutes");
            }
            if (minutes.containsKey(some.participant())) {
                wrong(at, "participant", "is listed before");
            }
            minutes.put(some.participant(), some.minutes());
        }
    }

    /**
     * @param sessionMinutes how long the session is
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming who cannot have been there like this
     */
    static Presence of(AttendanceList list, int sessionMinutes) {
        Presence presence = new Presence(list, sessionMinutes);
        if (!presence.impossible.isEmpty()) {
            throw RosterProblem.impossibleAttendance(presence.impossible);
        }
        return presence;
    }

    Set<UUID> people() {
        return minutes.keySet();
    }

    /** In the order of {@link #people()}; null for all of the session. */
    Integer[] minutes() {
        return minutes.values().toArray(Integer[]::new);
    }

    private void wrong(int at, String field, String message) {
        impossible.add(new Refusal.Violation("partly[" + at + "]." + field, message));
    }
}
