package org.mentoringcommons.provisioning.platform;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.mentoringcommons.provisioning.person.RefusedPerson;
import org.mentoringcommons.tenancy.Refusal;

/** A person and the platform roles they shall hold. Which hub an administrator is of stands here and nowhere else. */
@Entity
@Table(name = "platform_member")
class PlatformMember {

    @Id
    private String username;

    private String subject;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles = List.of();

    private String hub;

    /** What Keycloak was last told; null before it was told anything. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> heldRoles;

    private String heldHub;

    @Enumerated(EnumType.STRING)
    private State state;

    @Embedded
    private RefusedPerson refusal;

    private Instant requestedAt;

    @Version
    private long version;

    protected PlatformMember() {}

    PlatformMember(String username, Instant now) {
        this.username = username;
        this.requestedAt = now;
        this.state = State.REQUESTED;
    }

    /**
     * Adds roles to those held.
     *
     * @param newHub the hub to administer, or null
     */
    void appoint(Collection<String> more, String newHub) {
        if (state != State.REFUSED && newHub != null && hub != null && !hub.equals(newHub)) {
            throw Refusal.conflict("administrator-of-another-hub", "This person administers another hub")
                    .violation("username", "administers one hub already")
                    .problem();
        }
        TreeSet<String> all = new TreeSet<>(state == State.REFUSED ? List.of() : roles);
        all.addAll(more);
        roles = List.copyOf(all);
        hub = newHub == null && state != State.REFUSED ? hub : newHub;
        state = State.REQUESTED;
        refusal = null;
    }

    void activate(String itsSubject) {
        subject = itsSubject;
        heldRoles = List.copyOf(roles);
        heldHub = hub;
        state = State.ACTIVE;
        refusal = null;
    }

    /** Gives up the wish: who held roles before keeps exactly those, since somebody else was meant. */
    void refuse(RefusedPerson reason) {
        refusal = reason;
        if (heldRoles == null) {
            state = State.REFUSED;
        } else {
            roles = List.copyOf(heldRoles);
            hub = heldHub;
            state = State.ACTIVE;
        }
    }

    /** Whoever asked has been told why not. */
    void forgetRefusal() {
        refusal = null;
    }

    boolean holdsNothing() {
        return heldRoles == null;
    }

    boolean isRequested() {
        return state == State.REQUESTED;
    }

    List<String> roles() {
        return List.copyOf(roles);
    }

    PlatformMemberView view() {
        return new PlatformMemberView(username, subject, roles(), hub, state, refusal);
    }
}
