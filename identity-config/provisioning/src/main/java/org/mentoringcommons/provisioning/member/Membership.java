package org.mentoringcommons.provisioning.member;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.mentoringcommons.provisioning.person.RefusedPerson;
import org.mentoringcommons.provisioning.revision.Revision;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** That a person belongs to an institution, with all roles they hold there. */
@Entity
@Table(name = "membership")
class Membership {

    @Embeddable
    record Id(String institution, String username) {}

    @EmbeddedId
    private Id id;

    /** Names the person in the audit trail as long as their subject is not known. */
    private UUID key;

    private String subject;
    /** Whether whoever wanted this may say of an unconfirmed account that it is the person's. */
    private boolean vouched;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    @Enumerated(EnumType.STRING)
    private State state;

    @Embedded
    private RefusedPerson refusal;

    @Column(updatable = false)
    private Instant requestedAt;

    @Version
    private long version;

    protected Membership() {}

    Membership(Id id, Collection<String> roles, boolean vouched, Instant now) {
        this.id = id;
        this.key = UUID.randomUUID();
        this.vouched = vouched;
        this.requestedAt = now;
        want(roles);
    }

    /** Wants somebody who is no active member. */
    void join(Collection<String> wanted, boolean vouchedFor) {
        if (state == State.ACTIVE) {
            throw Refusal.conflict("member-exists", "This person is a member")
                    .violation("username", "is a member; change the roles instead")
                    .problem();
        }
        subject = null; // perhaps another account by now
        vouched = vouchedFor;
        want(wanted);
    }

    /** Knows the person's account from now on. */
    void meet(String itsSubject) {
        subject = itsSubject;
    }

    /** Wants exactly these roles. */
    void want(Collection<String> wanted) {
        roles = List.copyOf(new TreeSet<>(wanted));
        state = State.REQUESTED;
    }

    void leave() {
        state = State.LEAVING;
    }

    void activate(String itsSubject) {
        subject = itsSubject;
        state = State.ACTIVE;
        refusal = null;
    }

    void refuse(RefusedPerson reason) {
        state = State.REFUSED;
        refusal = reason;
    }

    String institution() {
        return id.institution();
    }

    String username() {
        return id.username();
    }

    Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    List<String> roles() {
        return List.copyOf(roles);
    }

    /** The person's subject, or before it is known, what stands for it in the audit trail. */
    String person() {
        return subject == null ? key.toString() : subject;
    }

    UUID key() {
        return key;
    }

    boolean isVouched() {
        return vouched;
    }

    /** Whether this is, as far as is known, a living administrator of the institution. */
    boolean administers() {
        return roles.contains(Roles.INSTITUTION_ADMIN)
                && (state == State.ACTIVE || state == State.REQUESTED && subject != null);
    }

    Revision revision() {
        return new Revision(version);
    }

    boolean isLeaving() {
        return state == State.LEAVING;
    }

    MemberView view() {
        return new MemberView(username(), subject, roles(), state, refusal, version);
    }
}
