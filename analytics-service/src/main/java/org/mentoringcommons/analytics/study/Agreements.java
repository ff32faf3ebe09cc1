package org.mentoringcommons.analytics.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.tenancy.Tenant;

/** The agreements of institutions to take part in studies. */
@ApplicationScoped
class Agreements {

    private final EntityManager database;

    Agreements(EntityManager database) {
        this.database = database;
    }

    /** {@return false if the institution takes part already; nothing is changed then} */
    boolean join(String study, Tenant institution, String text, String subject, Instant now) {
        return database.createNativeQuery(
                                """
                                insert into agreement (id, study, institution, text, joined_by, joined_at)
                                values (?1, ?2, ?3, ?4, ?5, ?6)
                                on conflict (study, institution) where left_at is null do nothing""")
                        .setParameter(1, UUID.randomUUID())
                        .setParameter(2, study)
                        .setParameter(3, institution.id())
                        .setParameter(4, text)
                        .setParameter(5, subject)
                        .setParameter(6, now)
                        .executeUpdate()
                == 1;
    }

    Optional<Agreement> inForce(String study, Tenant institution) {
        return database.createQuery(
                        "from Agreement where study = ?1 and institution = ?2 and leftAt is null", Agreement.class)
                .setParameter(1, study)
                .setParameter(2, institution.id())
                .getResultStream()
                .findFirst();
    }
}
