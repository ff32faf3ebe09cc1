package org.mentoringcommons.provisioning.portal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * One client of Keycloak that a portal signs in with: its first has the portal's own id, and each new secret is a new
 * client, because a client of Keycloak has one secret only.
 */
@Entity
@Table(name = "portal_client")
class PortalClient {

    @Id
    private String clientId;

    private String portal;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(updatable = false)
    private Instant requestedAt;

    private Instant endsAt;

    @Version
    private long version;

    protected PortalClient() {}

    PortalClient(String clientId, String portal, Instant now) {
        this.clientId = clientId;
        this.portal = portal;
        this.state = State.REQUESTED;
        this.requestedAt = now;
    }

    /** Its secret goes out to whoever asked for it. */
    void handOut() {
        state = State.ACTIVE;
    }

    /** Is good no longer than until then. */
    void endAt(Instant then) {
        if (endsAt == null || then.isBefore(endsAt)) {
            endsAt = then;
        }
    }

    String clientId() {
        return clientId;
    }

    String portal() {
        return portal;
    }

    boolean isHandedOut() {
        return state == State.ACTIVE;
    }

    boolean isGoodAt(Instant now) {
        return state == State.ACTIVE && (endsAt == null || now.isBefore(endsAt));
    }

    PortalClientView view() {
        return new PortalClientView(clientId, requestedAt, endsAt);
    }
}
