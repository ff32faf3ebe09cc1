package org.mentoringcommons.survey.wave;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.protocol.Occasion;
import org.mentoringcommons.survey.protocol.Protocol;
import org.mentoringcommons.survey.workshop.Workshop;

/** One round of asking people of one workshop on one occasion, under one protocol. */
@Entity
public class Wave {

    @Id
    private UUID id;

    @TenantId
    private String tenant;

    @Version
    private long version;

    private UUID workshop;
    private UUID protocol;

    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    @Embedded
    @AttributeOverride(name = "key", column = @Column(name = "instrument_key"))
    @AttributeOverride(name = "version", column = @Column(name = "instrument_version"))
    private InstrumentReference instrument;

    private Instant opensAt;
    private Instant closesAt;
    private int invited;
    private boolean named;
    private Integer finalResponded;
    private long rosterRevision;

    @Column(name = "import")
    private UUID importedWith;

    Wave() {}

    Wave(Workshop workshop, Protocol protocol, Occasion occasion, InstrumentReference instrument, Window window) {
        this.id = UUID.randomUUID();
        this.workshop = workshop.id();
        this.protocol = protocol.id();
        this.occasion = occasion;
        this.instrument = instrument;
        this.opensAt = window.opensAt();
        this.closesAt = window.closesAt();
    }

    /** One of people asked elsewhere, which is over. */
    static Wave past(
            Workshop workshop,
            Protocol protocol,
            Occasion occasion,
            InstrumentReference instrument,
            Window window,
            UUID importedWith) {
        Wave wave = new Wave(workshop, protocol, occasion, instrument, window);
        wave.importedWith = importedWith;
        wave.rosterRevision = workshop.rosterRevision();
        wave.finalResponded = 0;
        return wave;
    }

    /** Takes note of how many answers there are by now of people asked elsewhere, and by which import. */
    void answeredElsewhere(int answers, UUID importedWith) {
        this.finalResponded = answers;
        this.importedWith = importedWith;
    }

    /** Whether people were asked elsewhere, and their answers imported. */
    public boolean isImported() {
        return importedWith != null;
    }

    /** Takes note of who is invited now. An older roster than the one invited already changes nothing. */
    public void invited(int people, long rosterRevision) {
        if (!isAheadOf(rosterRevision)) {
            this.invited = people;
            this.rosterRevision = rosterRevision;
        }
    }

    /** Whether a newer roster than this has been invited. */
    public boolean isAheadOf(long rosterRevision) {
        return this.rosterRevision > rosterRevision;
    }

    /** Whether people of the workshop's present roster are still to be invited. */
    public boolean isBehind(Workshop workshop) {
        return occasion.asksParticipants() && rosterRevision < workshop.rosterRevision();
    }

    /** Takes note of who is asked though on no list of the workshop's. */
    void named(int people) {
        this.invited = people;
        this.named = true;
    }

    /** Whether whoever facilitates the workshop is asked, as its list stands. */
    public boolean asksItsFacilitators() {
        return occasion == Occasion.FACILITATORS && !named;
    }

    /** Takes note of how many facilitators are invited now. @return whether there were as many before */
    public boolean hasInvited(int people) {
        boolean same = invited == people;
        this.invited = people;
        return same;
    }

    /** Answers are taken until then; never shorter than they were. */
    void openUntil(Instant closesAt) {
        if (closesAt.isBefore(this.closesAt)) {
            throw new IllegalArgumentException("a wave is not shortened");
        }
        this.closesAt = closesAt;
    }

    /** No answers are taken from this moment on. */
    void closeAt(Instant moment) {
        this.closesAt = moment;
    }

    /** It is over, and this many have answered. */
    public void closed(int responded) {
        this.finalResponded = responded;
    }

    /** Whether it has been told that it is over. */
    public boolean isClosed() {
        return finalResponded != null;
    }

    /** Whether answers are taken at this moment; once it was told that it is over, never again, whatever a clock says. */
    public Window.State stateAt(Instant moment) {
        return isClosed() ? Window.State.CLOSED : window().at(moment);
    }

    /** How many had answered when it closed; null before. */
    Integer finalResponded() {
        return finalResponded;
    }

    public Occasion occasion() {
        return occasion;
    }

    public InstrumentReference instrument() {
        return instrument;
    }

    public UUID id() {
        return id;
    }

    public UUID workshop() {
        return workshop;
    }

    public UUID protocol() {
        return protocol;
    }

    public Window window() {
        return new Window(opensAt, closesAt);
    }

    /** How many people have an invitation. */
    public int invited() {
        return invited;
    }

    /** The fact's version: from 1, rising with each change that has been flushed. */
    long factVersion() {
        return version + 1;
    }
}
