package org.mentoringcommons.curriculum.workshop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.BatchSize;

/** When a workshop takes place, by whose clocks, and what calendars have to follow. */
@Embeddable
public class Schedule {

    @Column(name = "time_zone")
    private String timeZone;

    @ElementCollection
    @CollectionTable(name = "session", joinColumns = @JoinColumn(name = "workshop"))
    @MapKeyColumn(name = "number")
    @BatchSize(size = 500)
    private Map<Integer, Session> sessions;

    @ElementCollection
    @CollectionTable(name = "session_called_off", joinColumns = @JoinColumn(name = "workshop"))
    private List<CalledOff> calledOff = new ArrayList<>();

    @Column(name = "schedule_revision")
    private int revision;

    @Column(name = "scheduled_at")
    private Instant changedAt;

    protected Schedule() {}

    /** @param planned by number */
    Schedule(Map<Integer, Session> planned, ZoneId zone, Instant now) {
        timeZone = zone.getId();
        sessions = new HashMap<>(planned);
        changedAt = now.truncatedTo(ChronoUnit.MILLIS);
    }

    /** People who were there stay with the number of their session. */
    void become(Map<Integer, Session> wanted, ZoneId zone) {
        timeZone = zone.getId();
        byNumber().forEach((number, session) -> {
            if (!wanted.containsKey(number)) {
                sessions.remove(number);
                calledOff.add(new CalledOff(number, session.startsAt(), session.minutes()));
            }
        });
        wanted.forEach((number, session) ->
                sessions.merge(number, session, (before, after) -> after.attendedBy(before.attended())));
        calledOff.removeIf(gone -> wanted.containsKey(gone.number()));
    }

    boolean isAt(Map<Integer, Session> wanted) {
        return wanted.keySet().equals(sessions.keySet())
                && wanted.entrySet().stream()
                        .allMatch(session -> session.getValue().isWhen(sessions.get(session.getKey())));
    }

    /** Calendars have something to follow. */
    void revise(Instant now) {
        revision++;
        changedAt = now.truncatedTo(ChronoUnit.MILLIS);
    }

    void attend(int number, int present) {
        sessions.put(number, sessions.get(number).attendedBy(present));
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** In the order they take place. */
    public List<Session> sessions() {
        return List.copyOf(byNumber().values());
    }

    /** In the order they take place, which is the one of their numbers only until one is put in between. */
    public Map<Integer, Session> byNumber() {
        Map<Integer, Session> ordered = new LinkedHashMap<>();
        sessions.entrySet().stream()
                .sorted(Comparator.comparing(session -> session.getValue().startsAt()))
                .forEach(session -> ordered.put(session.getKey(), session.getValue()));
        return ordered;
    }

    /** Refuses with 404 a number of which there is no session. */
    public Session session(int number) {
        Session session = sessions.get(number);
        if (session == null) {
            throw WorkshopProblem.noSuchSession();
        }
        return session;
    }

    /** Sessions there were, of which calendars may know. */
    public List<CalledOff> calledOff() {
        return List.copyOf(calledOff);
    }

    /** Rises whenever calendars have something to follow. */
    public int revision() {
        return revision;
    }

    /** When it last did. */
    public Instant changedAt() {
        return changedAt;
    }

    public Instant endsAt() {
        List<Session> ordered = sessions();
        return ordered.get(ordered.size() - 1).endsAt();
    }

    /** Of all sessions together. */
    public int minutes() {
        return sessions.values().stream().mapToInt(Session::minutes).sum();
    }
}
