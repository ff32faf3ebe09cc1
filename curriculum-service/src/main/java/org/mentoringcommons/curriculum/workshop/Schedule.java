package org.mentoringcommons.curriculum.workshop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;

/** When a workshop takes place, by whose clocks, and what calendars have to follow. */
@Embeddable
public class Schedule {

    @Column(name = "time_zone")
    private String timeZone;

    @ElementCollection
    @CollectionTable(name = "session", joinColumns = @JoinColumn(name = "workshop"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    @BatchSize(size = 500)
    private List<Session> sessions;

    @ElementCollection
    @CollectionTable(name = "session_called_off", joinColumns = @JoinColumn(name = "workshop"))
    private List<CalledOff> calledOff = new ArrayList<>();

    @Column(name = "schedule_revision")
    private int revision;

    @Column(name = "scheduled_at")
    private Instant changedAt;

    protected Schedule() {}

    Schedule(List<Session> planned, ZoneId zone, Instant now) {
        timeZone = zone.getId();
        sessions = new ArrayList<>(planned);
        changedAt = now.truncatedTo(ChronoUnit.MILLIS);
    }

    /** People who were there stay with the number of their session. */
    void become(List<Session> wanted, ZoneId zone) {
        timeZone = zone.getId();
        while (sessions.size() > wanted.size()) {
            int number = sessions.size();
            Session dropped = sessions.remove(number - 1);
            calledOff.add(new CalledOff(number, dropped.startsAt(), dropped.minutes()));
        }
        for (int at = 0; at < wanted.size(); at++) {
            if (at < sessions.size()) {
                sessions.set(at, wanted.get(at).attendedBy(sessions.get(at).attended()));
            } else {
                sessions.add(wanted.get(at));
            }
        }
        calledOff.removeIf(gone -> gone.number() <= wanted.size());
    }

    boolean isAt(List<Session> wanted) {
        boolean same = wanted.size() == sessions.size();
        for (int at = 0; same && at < wanted.size(); at++) {
            same = wanted.get(at).isWhen(sessions.get(at));
        }
        return same;
    }

    /** Calendars have something to follow. */
    void revise(Instant now) {
        revision++;
        changedAt = now.truncatedTo(ChronoUnit.MILLIS);
    }

    void attend(int number, int present) {
        sessions.set(number - 1, sessions.get(number - 1).attendedBy(present));
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public List<Session> sessions() {
        return List.copyOf(sessions);
    }

    /** Refuses with 404 a number, from 1, of which there is no session. */
    public Session session(int number) {
        if (number < 1 || number > sessions.size()) {
            throw WorkshopProblem.noSuchSession();
        }
        return sessions.get(number - 1);
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
        return sessions.get(sessions.size() - 1).endsAt();
    }

    /** Of all sessions together. */
    public int minutes() {
        return sessions.stream().mapToInt(Session::minutes).sum();
    }
}
