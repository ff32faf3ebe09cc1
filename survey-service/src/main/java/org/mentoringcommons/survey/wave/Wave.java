package org.mentoringcommons.survey.wave;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.mentoringcommons.survey.protocol.Protocol;
import org.mentoringcommons.survey.workshop.Workshop;

/** One round of asking the participants of one workshop, under one protocol. */
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
    private Instant opensAt;
    private Instant closesAt;
    private int invited;
    private long rosterRevision;

    Wave() {}

    Wave(Workshop workshop, Protocol protocol, Window window) {
        this.id = UUID.randomUUID();
        this.workshop = workshop.id();
        this.protocol = protocol.id();
        this.opensAt = window.opensAt();
        this.closesAt = window.closesAt();
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
        return rosterRevision < workshop.rosterRevision();
    }

    public UUID id() {
        return id;
    }

    UUID workshop() {
        return workshop;
    }

    public UUID protocol() {
        return protocol;
    }

    public Window window() {
        return new Window(opensAt, closesAt);
    }

    int invited() {
        return invited;
    }

    /** The fact's version: from 1, rising with each change that has been flushed. */
    long factVersion() {
        return version + 1;
    }
}
