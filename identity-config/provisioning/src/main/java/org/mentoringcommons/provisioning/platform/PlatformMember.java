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
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.mentoringcommons.provisioning.person.RefusedPerson;
import org.mentoringcommons.provisioning.revision.Revision;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** A person and the platform roles they shall hold. Which hub an administrator is of stands here and nowhere else. */
@Entity
@Table(name = "platform_member")
class PlatformMember {

    @Id
    private String username;

    /** Names the person in the audit trail as long as their subject is not known. */
    private UUID key;

    private String subject;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles = List.of();

    private String hub;

    /** What Keycloak was last told; null before it was told anything. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> heldRoles;

    private String heldHub;

    /** All that Keycloak may have from us; what is not wanted any more is taken away there. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> madeRoles = List.of();

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
        this.key = UUID.randomUUID();
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
        hub = newHub == null && state != State.REFUSED ? hub : newHub;
        refusal = null;
        hold(all);
    }

    /** Holds exactly these of the roles that are no hub administrator's; which hub they administer stays as it is. */
    void change(Collection<String> wanted) {
        TreeSet<String> all = new TreeSet<>(wanted);
        if (roles.contains(Roles.HUB_ADMIN)) {
            all.add(Roles.HUB_ADMIN);
        }
        hold(all);
    }

    /** Administers no hub from now on, by our word already before Keycloak hears of it. */
    void dismissFromHub() {
        TreeSet<String> all = new TreeSet<>(roles);
        all.remove(Roles.HUB_ADMIN);
        hub = null;
        hold(all);
    }

    void dismiss() {
        hub = null;
        hold(List.of());
    }

    private void hold(Collection<String> wanted) {
        TreeSet<String> made = new TreeSet<>(madeRoles);
        made.addAll(roles);
        made.addAll(wanted);
        madeRoles = List.copyOf(made);
        roles = List.copyOf(wanted);
        state = roles.isEmpty() ? State.LEAVING : State.REQUESTED;
    }

    void activate(String itsSubject) {
        subject = itsSubject;
        heldRoles = List.copyOf(roles);
        heldHub = hub;
        madeRoles = List.copyOf(roles);
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

    boolean isUnsettled() {
        return state == State.REQUESTED || state == State.LEAVING;
    }

    boolean isLeaving() {
        return state == State.LEAVING;
    }

    /** Roles that Keycloak may have from us and shall not have any more. */
    List<String> rolesToTake() {
        return madeRoles.stream().filter(role -> !roles.contains(role)).toList();
    }

    boolean administers(String aHub) {
        return aHub.equals(hub);
    }

    String username() {
        return username;
    }

    Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    Optional<String> hub() {
        return Optional.ofNullable(hub);
    }

    /** The person's subject, or before it is known, what stands for it in the audit trail. */
    String person() {
        return subject == null ? key.toString() : subject;
    }

    Revision revision() {
        return new Revision(version);
    }

    List<String> roles() {
        return List.copyOf(roles);
    }

    PlatformMemberView view() {
        return new PlatformMemberView(username, subject, roles(), hub, state, refusal, version);
    }
}
