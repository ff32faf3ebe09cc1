package org.mentoringcommons.curriculum.institution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An institution as far as this service needs to know it. */
@Entity
class Institution {

    private static final String ACTIVE = "active";

    @Id
    private String id;

    private String alias;

    @Column(name = "time_zone")
    private String timeZone;

    private String state;

    protected Institution() {}

    Institution(InstitutionState told) {
        id = told.id();
        become(told);
    }

    void become(InstitutionState told) {
        alias = told.alias();
        timeZone = told.timeZone();
        state = told.state();
    }

    boolean isActive() {
        return ACTIVE.equals(state);
    }
}
