package org.mentoringcommons.analytics.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** The record of who read which report, what for; it can be added to and not read back or changed by the service. */
@ApplicationScoped
class Accesses {

    private final EntityManager database;

    Accesses(EntityManager database) {
        this.database = database;
    }

    /**
     * One reading.
     *
     * @param document which form of the report, or which figure
     * @param purpose what for: the reader's words, or the study's declared purpose
     */
    record Access(Report report, String document, String subject, String purpose, Instant at) {}

    void record(Access access) {
        database.createNativeQuery(
                        """
                        insert into report_access (study, version, watermark, document, subject, purpose, at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)""")
                .setParameter(1, access.report().study())
                .setParameter(2, access.report().version())
                .setParameter(3, access.report().watermark())
                .setParameter(4, access.document())
                .setParameter(5, access.subject())
                .setParameter(6, access.purpose())
                .setParameter(7, access.at())
                .executeUpdate();
    }
}
