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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.mentoringcommons.provisioning.person.RefusedPerson;
import org.mentoringcommons.tenancy.Refusal;

/** That a person belongs to an institution, with all roles they hold there. */
@Entity
@Table(name = "membership")
class Membership {

    @Embeddable
    record Id(String institution, String username) {}

    @EmbeddedId
    private Id id;

    private String subject;

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

    Membership(Id id, Collection<String> roles, Instant now) {
        this.id = id;
        this.requestedAt = now;
        want(roles);
    }

    /** Wants somebody who is no active member. */
    void join(Collection<String> wanted) {
        if (state == State.ACTIVE) {
            throw Refusal.conflict("member-exists", "This person is a member")
                    .violation("username", "is a member; change the roles instead")
                    .problem();
        }
        subject = null; // perhaps another account by now
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

    boolean isLeaving() {
        return state == State.LEAVING;
    }

    MemberView view() {
        return new MemberView(username(), subject, roles(), state, refusal);
    }
}
