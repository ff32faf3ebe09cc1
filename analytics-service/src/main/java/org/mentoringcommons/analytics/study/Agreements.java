package org.mentoringcommons.analytics.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.tenancy.Tenant;

/** The agreements of institutions to take part in studies. */
@ApplicationScoped
public class Agreements {

    private final EntityManager database;

    Agreements(EntityManager database) {
        this.database = database;
    }

    /** {@return the institutions whose consented rows a study may see now} */
    @SuppressWarnings("unchecked")
    public Set<String> sharing(String study) {
        return Set.copyOf(database.createNativeQuery("select institution from sharing where study = ?1", String.class)
                .setParameter(1, study)
                .getResultList());
    }

    /** {@return false if the institution takes part already; nothing is changed then} */
    boolean join(String study, Tenant institution, int textVersion, String subject, Instant now) {
        return database.createNativeQuery(
                                """
                                insert into agreement (id, study, institution, text_version, joined_by, joined_at)
                                values (?1, ?2, ?3, ?4, ?5, ?6)
                                on conflict (study, institution) where left_at is null do nothing""")
                        .setParameter(1, UUID.randomUUID())
                        .setParameter(2, study)
                        .setParameter(3, institution.id())
                        .setParameter(4, textVersion)
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

    /** Ends an agreement in favour of one on a newer text, which may then be made. */
    void renew(Agreement older, String subject, Instant now) {
        older.renew(subject, now);
        database.flush();
    }

    /** {@return agreements of a study, of now and before, in the order of their ids} */
    List<ParticipationView> after(String study, UUID id, int limit) {
        Set<String> sharing = sharing(study);
        return database.createQuery("from Agreement where study = ?1 and id > ?2 order by id", Agreement.class)
                .setParameter(1, study)
                .setParameter(2, id)
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(agreement -> agreement.view(sharing))
                .toList();
    }
}
