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
        if (newHub != null && hub != null && !hub.equals(newHub)) {
            throw Refusal.conflict("administrator-of-another-hub", "This person administers another hub")
                    .violation("username", "administers one hub already")
                    .problem();
        }
        TreeSet<String> all = new TreeSet<>(roles);
        all.addAll(more);
        roles = List.copyOf(all);
        hub = newHub == null ? hub : newHub;
        state = State.REQUESTED;
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
