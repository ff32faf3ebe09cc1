package org.mentoringcommons.analytics.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** The record of who read which report; it can be added to and not read back or changed by the service. */
@ApplicationScoped
class Accesses {

    private final EntityManager database;

    Accesses(EntityManager database) {
        this.database = database;
    }

    void record(String study, String subject, Instant at) {
        database.createNativeQuery("insert into report_access (study, subject, at) values (?1, ?2, ?3)")
                .setParameter(1, study)
                .setParameter(2, subject)
                .setParameter(3, at)
                .executeUpdate();
    }
}
