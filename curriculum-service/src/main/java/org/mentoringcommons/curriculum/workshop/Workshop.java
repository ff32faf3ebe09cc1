package org.mentoringcommons.curriculum.workshop;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.mentoringcommons.curriculum.catalog.Audience;
import org.mentoringcommons.curriculum.catalog.PublishedVersion;

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

    private String place;

    @Column(name = "certificate_minutes")
    private Integer certificateMinutes;

    @Embedded
    private Schedule schedule;

    @Embedded
    private CoverageKept coverage = CoverageKept.of(new Coverage.Unknown());

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    private int enrolled;
    private int attended;

    @Column(name = "roster_revision")
    private long rosterRevision;

    /** What the institution's own records call it; null unless it was imported. */
    private String reference;

    @Column(name = "import_digest")
    private String importDigest;

    protected Workshop() {}

    private Workshop(NewWorkshop planned, PublishedVersion taught, ZoneId zone, Instant now) {
        id = UUID.randomUUID();
        List<Session> sessions = Agenda.of(planned.sessions(), zone, taught.modules());
        schedule = new Schedule(Numbering.of(Map.of(), List.of(), planned.sessions(), sessions, now), zone, now);
        status = Status.PLANNED;
        describe(planned, taught);
    }

    static Workshop plan(NewWorkshop planned, PublishedVersion taught, ZoneId zone, Instant now) {
        return new Workshop(planned, taught, zone, now);
    }

    /** One of the past, about which nobody is to be asked now: delivered when its last session ended. */
    static Workshop past(PastWorkshop told, PublishedVersion taught, ZoneId zone, Instant now) {
        Workshop workshop = plan(told.plan(), taught, zone, now);
        workshop.reference = told.reference();
        workshop.importDigest = told.digest();
        workshop.enrolled = told.enrolled();
        workshop.attended = told.attended();
        workshop.cover(
                told.extents().isEmpty() ? new Coverage.Unknown() : Coverage.andNoOthers(told.extents(), taught));
        workshop.deliver(now);
        workshop.deliveredAt = workshop.schedule.endsAt();
        return workshop;
    }

    /** What an import told of people nobody knows is corrected; whether nobody is known is for the roster to say. */
    void recount(HeadCount counted) {
        enrolled = counted.enrolled();
        attended = counted.attended();
    }

    /** Plans it anew, or corrects what was delivered; the other services are told, and follow. */
    void change(NewWorkshop changed, PublishedVersion taught, ZoneId zone, Instant now) {
        requireNotCancelled();
        Map<Integer, Session> wanted = Numbering.of(
                schedule.byNumber(),
                schedule.calledOff(),
                changed.sessions(),
                Agenda.of(changed.sessions(), zone, taught.modules()),
                now);
        boolean another = !curriculum.equals(taught.curriculum()) || !curriculumVersion.equals(taught.version());
        if (status == Status.DELIVERED) {
            ChangeCheck.requireSameVersion(another);
            ChangeCheck.requireOver(List.copyOf(wanted.values()), now);
        }
        ChangeCheck.requireAttendedStay(schedule.byNumber(), wanted, now);
        if (another) {
            coverage = CoverageKept.of(new Coverage.Unknown());
        }
        boolean moved = !name.equals(changed.name().strip())
                || !Objects.equals(place, changed.place())
                || !schedule.isAt(wanted);
        if (moved) {
            schedule.revise(now);
        }
        describe(changed, taught);
        schedule.become(wanted, zone);
    }

    private void describe(NewWorkshop described, PublishedVersion taught) {
        name = described.name().strip();
        curriculum = taught.curriculum();
        curriculumVersion = taught.version();
        mode = described.mode();
        audience = described.audience();
        place = described.place();
        certificateMinutes = described.certificateMinutes();
    }

    void cover(Coverage covered) {
        requireNotCancelled();
        coverage = CoverageKept.of(covered);
    }

    /** Refused until the last session has ended: the survey's window opens by it. */
    void deliver(Instant now) {
        requirePlanned();
        ChangeCheck.requireOver(schedule.sessions(), now);
        status = Status.DELIVERED;
        deliveredAt = now.truncatedTo(ChronoUnit.MILLIS);
    }

    void cancel(Instant now) {
        requirePlanned();
        status = Status.CANCELLED;
        schedule.revise(now);
    }

    /** The roster was changed; corrections after delivery are allowed. */
    public void enrol(int people) {
        requireNotCancelled();
        if (people < attended) {
            throw WorkshopProblem.fewerThanAttended(attended);
        }
        enrolled = people;
        rosterRevision++;
    }

    /**
     * Attendance of the session of this number was recorded: how many people were there, have been in any session by now, and
     * count as enrolled by now, which a correction can end for somebody who withdrew.
     */
    public void attend(int number, int present, int inAnySession, int people) {
        schedule.attend(number, present);
        attended = inAnySession;
        if (people != enrolled) {
            enrol(people);
        }
    }

    /** Refuses a session there is not, that has not begun, or of a cancelled workshop; answers how long it is. */
    public int requireAttendable(int number, Instant now) {
        Session session = schedule.session(number);
        requireNotCancelled();
        if (session.startsAt().isAfter(now)) {
            throw WorkshopProblem.sessionNotBegun(number);
        }
        return session.minutes();
    }

    private void requirePlanned() {
        if (status != Status.PLANNED) {
            throw WorkshopProblem.notPlanned(status);
        }
    }

    /** Refuses what it cannot be held with, because coverage or sessions name other modules. */
    public void requireNoneBut(Set<String> modules) {
        ChangeCheck.requireNoneBut(modules, coverage.coverage(), schedule.sessions());
    }

    public void requireNotCancelled() {
        if (status == Status.CANCELLED) {
            throw WorkshopProblem.cancelled();
        }
    }

    public UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    public String name() {
        return name;
    }

    String curriculum() {
        return curriculum;
    }

    String curriculumVersion() {
        return curriculumVersion;
    }

    Audience audience() {
        return audience;
    }

    public Schedule schedule() {
        return schedule;
    }

    /** Where it takes place, or null. */
    public String place() {
        return place;
    }

    /** Minutes a person has to be there for a certificate; null if there are none. */
    public Integer certificateMinutes() {
        return certificateMinutes;
    }

    public Status status() {
        return status;
    }

    public long rosterRevision() {
        return rosterRevision;
    }

    Mode mode() {
        return mode;
    }

    Coverage coverage() {
        return coverage.coverage();
    }

    /** Or null. */
    Instant deliveredAt() {
        return deliveredAt;
    }

    int enrolled() {
        return enrolled;
    }

    int attended() {
        return attended;
    }

    /** Whether it was told as one of the past. */
    boolean isImported() {
        return reference != null;
    }
}
