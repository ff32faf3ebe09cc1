package org.mentoringcommons.provisioning.portal;

import jakarta.persistence.Column;
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
import org.mentoringcommons.provisioning.revision.Revision;
import org.mentoringcommons.tenancy.Refusal;

/** A machine that acts for one institution, and perhaps pages on which the institution's people sign in. */
@Entity
@Table(name = "portal")
class Portal {

    @Id
    private String clientId;

    private String institution;
    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    /** A JSON Web Key Set; null for a portal with a secret. */
    private String keys;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> redirectUris = List.of();

    @Enumerated(EnumType.STRING)
    private State state;
    /** Whether Keycloak is known to be as this says. */
    private boolean settled = true;

    @Column(updatable = false)
    private Instant requestedAt;

    @Version
    private long version;

    protected Portal() {}

    Portal(String clientId, String institution, NewPortal wanted, String keys, Instant now) {
        this.clientId = clientId;
        this.institution = institution;
        this.name = wanted.name();
        this.roles = sorted(wanted.roles());
        this.keys = keys;
        this.state = State.REQUESTED;
        this.requestedAt = now;
    }

    /** Its secret goes out to whoever asked for the portal. */
    void handOut() {
        state = State.ACTIVE;
    }

    void change(ChangedPortal wanted) {
        name = wanted.name();
        roles = sorted(wanted.roles());
        settled = false;
    }

    /** Signs with these from now on; with those before no more, unless they are among these. */
    void signWith(String wanted) {
        if (!signs()) {
            throw Refusal.conflict("portal-has-secret", "This portal has a secret")
                    .detail("Make a portal with keys beside it, and revoke this one when yours has moved.")
                    .violation("jwks", "are for portals that were made with keys")
                    .problem();
        }
        keys = wanted;
        settled = false;
    }

    /** Has pages at these addresses, or none any more. */
    void sendBackTo(Collection<String> addresses) {
        redirectUris = sorted(addresses);
        settled = false;
    }

    void revoke() {
        state = State.REVOKED;
        settled = false;
    }

    /** Keycloak is as this says from now on. */
    void madeEqual() {
        settled = true;
    }

    String clientId() {
        return clientId;
    }

    String institution() {
        return institution;
    }

    String name() {
        return name;
    }

    List<String> roles() {
        return List.copyOf(roles);
    }

    String keys() {
        return keys;
    }

    boolean signs() {
        return keys != null;
    }

    List<String> redirectUris() {
        return List.copyOf(redirectUris);
    }

    /** The client id of its pages, whether it has any or not. */
    String frontEnd() {
        return clientId + "-web";
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }

    boolean isRevoked() {
        return state == State.REVOKED;
    }

    Revision revision() {
        return new Revision(version);
    }

    PortalView view(Collection<PortalClient> clients, Instant now) {
        return new PortalView(
                clientId,
                name,
                roles(),
                clients.stream()
                        .filter(client -> client.isGoodAt(now))
                        .map(PortalClient::view)
                        .toList(),
                signs() ? KeySet.idsOf(keys) : List.of(),
                redirectUris.isEmpty() ? null : frontEnd(),
                redirectUris(),
                settled,
                version);
    }

    private static List<String> sorted(Collection<String> values) {
        return List.copyOf(new TreeSet<>(values));
    }
}
