package org.mentoringcommons.analytics.institution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.ZoneId;

/** An institution as the registry last described it. */
@Entity
class Institution {

    @Id
    private String id;

    private String alias;
    private String name;
    private String hub;
    private String kind;

    @Column(name = "time_zone")
    private String timeZone;

    private String state;

    Institution() {}

    Institution(String id) {
        this.id = id;
    }

    void become(InstitutionState now) {
        alias = now.alias();
        name = now.name();
        hub = now.hub();
        kind = now.kind();
        timeZone = ZoneId.of(now.timeZone()).getId();
        state = now.state();
    }

    String id() {
        return id;
    }

    String alias() {
        return alias;
    }

    ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }

    Registered registered() {
        return new Registered(alias, name, hub, kind, state.equals("active"));
    }
}
