package org.mentoringcommons.provisioning.hub;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.mentoringcommons.provisioning.revision.Revision;

/** A group of institutions provisioned by the same administrators. Ours alone: Keycloak does not know hubs. */
@Entity
@Table(name = "hub")
class Hub {

    @Id
    private String key;

    private String name;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    protected Hub() {}

    Hub(NewHub wanted, Instant now) {
        this.key = wanted.key();
        this.name = wanted.name();
        this.createdAt = now;
    }

    void rename(String wanted) {
        name = wanted;
    }

    Revision revision() {
        return new Revision(version);
    }

    HubView view() {
        return new HubView(key, name, version);
    }
}
