package org.mentoringcommons.curriculum.workshop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.TenantId;
import org.mentoringcommons.curriculum.catalog.Audience;
import org.mentoringcommons.curriculum.catalog.PublishedVersion;
import org.mentoringcommons.tenancy.Refusal;

/**
 * One delivery of a curriculum version. It guards its own transitions (planned, then delivered or cancelled) and knows
 * its numbers of people, but no person: those are the roster's.
 */
@Entity
public class Workshop {

    @Id
    private UUID id;

    @TenantId
    private String tenant;

    @Version
    private long version;

    private String name;
    private String curriculum;

    @Column(name = "curriculum_version")
    private String curriculumVersion;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    @Enumerated(EnumType.STRING)
    private Audience audience;

    @ElementCollection
    @CollectionTable(name = "session", joinColumns = @JoinColumn(name = "workshop"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    @BatchSize(size = 500)
    private List<Session> sessions;

    /** Keys of the modules covered; null while that is unknown. */
    private String[] covered;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    private int enrolled;
    private int attended;

    @Column(name = "roster_revision")
    private long rosterRevision;

    protected Workshop() {}

    private Workshop(NewWorkshop planned, PublishedVersion curriculumVersion) {
        id = UUID.randomUUID();
        name = planned.name().strip();
        curriculum = curriculumVersion.curriculum();
        this.curriculumVersion = curriculumVersion.version();
        mode = planned.mode();
        audience = planned.audience();
        sessions = new ArrayList<>(Agenda.of(planned.sessions()));
        status = Status.PLANNED;
    }

    static Workshop plan(NewWorkshop planned, PublishedVersion curriculumVersion) {
        return new Workshop(planned, curriculumVersion);
    }

    public UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    void cover(Coverage coverage) {
        requireNotCancelled();
        covered = coverage instanceof Coverage.Known known ? known.modules().toArray(String[]::new) : null;
    }

    /** Refused until the last session has ended: the survey's window opens by it. */
    void deliver(Instant now) {
        requirePlanned();
        List<Refusal.Violation> coming = IntStream.range(0, sessions.size())
                .filter(at -> sessions.get(at).endsAt().isAfter(now))
                .mapToObj(at -> new Refusal.Violation("sessions[" + at + "]", "has not ended"))
                .toList();
        if (!coming.isEmpty()) {
            throw WorkshopProblem.sessionsNotOver(coming);
        }
        status = Status.DELIVERED;
        deliveredAt = now.truncatedTo(ChronoUnit.MILLIS);
    }

    void cancel() {
        requirePlanned();
        status = Status.CANCELLED;
    }

    /** The roster was replaced; corrections after delivery are allowed. */
    public void enrol(int people) {
        requireNotCancelled();
        enrolled = people;
        rosterRevision++;
    }

    /**
     * Attendance of a session was recorded.
     *
     * @param number the session, from 1
     * @param present how many people were there
     * @param inAnySession how many people have been in at least one session by now
     */
    public void attend(int number, int present, int inAnySession) {
        sessions.set(number - 1, sessions.get(number - 1).attendedBy(present));
        attended = inAnySession;
    }

    /** Refuses a session there is not, that has not begun, or of a cancelled workshop. */
    public void requireAttendable(int number, Instant now) {
        requireSession(number);
        requireNotCancelled();
        if (sessions.get(number - 1).startsAt().isAfter(now)) {
            throw WorkshopProblem.sessionNotBegun(number);
        }
    }

    public void requireSession(int number) {
        if (number < 1 || number > sessions.size()) {
            throw WorkshopProblem.noSuchSession();
        }
    }

    public long rosterRevision() {
        return rosterRevision;
    }

    String curriculum() {
        return curriculum;
    }

    String curriculumVersion() {
        return curriculumVersion;
    }

    private Coverage coverage() {
        return covered == null ? new Coverage.Unknown() : new Coverage.Known(List.of(covered));
    }

    private void requirePlanned() {
        if (status != Status.PLANNED) {
            throw WorkshopProblem.notPlanned(status);
        }
    }

    private void requireNotCancelled() {
        if (status == Status.CANCELLED) {
            throw WorkshopProblem.cancelled();
        }
    }

    public WorkshopView view() {
        List<WorkshopView.SessionView> numbered = IntStream.range(0, sessions.size())
                .mapToObj(at -> {
                    Session session = sessions.get(at);
                    return new WorkshopView.SessionView(
                            at + 1, session.startsAt(), session.minutes(), session.attended());
                })
                .toList();
        return new WorkshopView(
                id,
                name,
                curriculum,
                curriculumVersion,
                mode,
                audience,
                numbered,
                CoverageView.of(coverage()),
                status,
                deliveredAt,
                enrolled,
                attended,
                rosterRevision);
    }

    WorkshopState state() {
        return new WorkshopState(
                id,
                curriculum,
                curriculumVersion,
                mode,
                audience,
                sessions.stream()
                        .map(session -> new WorkshopState.Meeting(session.startsAt(), session.endsAt()))
                        .toList(),
                sessions.stream().mapToInt(Session::minutes).sum(),
                CoverageView.of(coverage()),
                status,
                deliveredAt,
                enrolled,
                attended,
                rosterRevision);
    }
}
