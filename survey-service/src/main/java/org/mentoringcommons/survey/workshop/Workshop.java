package org.mentoringcommons.survey.workshop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A workshop as curriculum-service last told it. */
@Entity
public class Workshop {

    private static final String DELIVERED = "delivered";
    private static final String GONE = "gone";
    /** Delivered long before it was told. */
    private static final String PAST = "past";

    @Id
    private UUID id;

    @TenantId
    private String tenant;

    private String curriculum;
    private String status;
    private Instant endsAt;
    private Instant deliveredAt;
    private long rosterRevision;
    /** Written by {@link Workshops#erasuresRead} alone, which facts that come meanwhile do not undo. */
    @Column(insertable = false, updatable = false)
    private long erasuresRead;

    Workshop() {}

    Workshop(UUID id) {
        this.id = id;
    }

    void isNow(WorkshopFact fact) {
        curriculum = fact.curriculum();
        status = fact.imported() ? PAST : fact.status();
        endsAt = fact.endsAt();
        deliveredAt = fact.deliveredAt();
        rosterRevision = fact.rosterRevision();
    }

    void isGone() {
        status = GONE;
    }

    public UUID id() {
        return id;
    }

    public String curriculum() {
        return curriculum;
    }

    public boolean isDelivered() {
        return DELIVERED.equals(status) && deliveredAt != null;
    }

    /** Whether it was delivered, now or long before it was told. */
    public boolean isOver() {
        return isDelivered() || PAST.equals(status) && deliveredAt != null;
    }

    /** The later of its last session's end and the moment its delivery was recorded; only of one that is over. */
    public Instant overSince() {
        return endsAt == null || endsAt.isBefore(deliveredAt) ? deliveredAt : endsAt;
    }

    /** Rises whenever its roster changes; 0 while it has none. */
    public long rosterRevision() {
        return rosterRevision;
    }

    /** Whether people may have been erased from its roster since it was read to find them. */
    public boolean mayHaveErasures() {
        return rosterRevision > erasuresRead;
    }
}
