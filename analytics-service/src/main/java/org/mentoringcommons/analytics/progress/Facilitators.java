package org.mentoringcommons.analytics.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who facilitated which workshop of the bound institution. */
@ApplicationScoped
class Facilitators {

    private final EntityManager database;

    Facilitators(EntityManager database) {
        this.database = database;
    }

    @SuppressWarnings("unchecked")
    List<String> of(UUID workshop) {
        return database.createNativeQuery(
                        "select subject from own_facilitator where workshop = ?1 order by subject", String.class)
                .setParameter(1, workshop)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    Set<UUID> workshopsOf(String subject) {
        return Set.copyOf(
                database.createNativeQuery("select workshop from own_facilitator where subject = ?1", UUID.class)
                        .setParameter(1, subject)
                        .getResultList());
    }

    /** {@return whether the person was not named before} */
    boolean name(UUID workshop, String subject, String by, Instant now) {
        return database.createNativeQuery(
                                """
                                insert into own_facilitator values (current_tenant(), ?1, ?2, ?3, ?4)
                                on conflict do nothing""")
                        .setParameter(1, workshop)
                        .setParameter(2, subject)
                        .setParameter(3, by)
                        .setParameter(4, now)
                        .executeUpdate()
                == 1;
    }

    /** {@return whether the person was named before} */
    boolean forget(UUID workshop, String subject) {
        return database.createNativeQuery("delete from own_facilitator where workshop = ?1 and subject = ?2")
                        .setParameter(1, workshop)
                        .setParameter(2, subject)
                        .executeUpdate()
                == 1;
    }
}
