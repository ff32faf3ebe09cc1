package org.mentoringcommons.provisioning.hub;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A group of institutions provisioned by the same administrators. Ours alone: Keycloak does not know hubs. */
@Entity
@Table(name = "hub")
class Hub {

    @Id
    private String key;

    private String name;
    private Instant createdAt;

    protected Hub() {}

    Hub(NewHub wanted, Instant now) {
        this.key = wanted.key();
        this.name = wanted.name();
        this.createdAt = now;
    }

    HubView view() {
        return new HubView(key, name);
    }
}
