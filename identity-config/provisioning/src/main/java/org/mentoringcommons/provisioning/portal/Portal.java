package org.mentoringcommons.provisioning.portal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A machine client that acts for one institution. */
@Entity
@Table(name = "portal")
class Portal {

    @Id
    private String clientId;

    private String institution;
    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(updatable = false)
    private Instant requestedAt;

    @Version
    private long version;

    protected Portal() {}

    Portal(String clientId, String institution, NewPortal wanted, Instant now) {
        this.clientId = clientId;
        this.institution = institution;
        this.name = wanted.name();
        this.roles = List.copyOf(new TreeSet<>(wanted.roles()));
        this.state = State.REQUESTED;
        this.requestedAt = now;
    }

    /** Its secret goes out to whoever asked for the portal. */
    void handOut() {
        state = State.ACTIVE;
    }

    String clientId() {
        return clientId;
    }

    String institution() {
        return institution;
    }

    PortalView view() {
        return new PortalView(clientId, name, List.copyOf(roles));
    }
}
