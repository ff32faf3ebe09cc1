package org.mentoringcommons.curriculum.institution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.ZoneId;
import java.util.Optional;
import org.mentoringcommons.tenancy.Standing;

/** An institution as far as this service needs to know it. */
@Entity
class Institution {

    @Id
    private String id;

    private String alias;

    @Column(name = "time_zone")
    private String timeZone;

    private String state;

    /** Once true, the database erases whatever says something of a person there. */
    private boolean retired;

    /** Null of an institution known since before names were kept, until what identity said has been read again. */
    private String name;

    private String hub;

    protected Institution() {}

    Institution(InstitutionState told) {
        id = told.id();
        become(told);
    }

    void become(InstitutionState told) {
        alias = told.alias();
        timeZone = told.timeZone();
        state = told.state();
        retired = told.retired();
        name = told.name();
        hub = told.hub();
    }

    KnownInstitution known() {
        return new KnownInstitution(alias, name == null ? alias : name, hub, ZoneId.of(timeZone));
    }

    Optional<Standing> standing() {
        return Standing.ofState(state);
    }
}
