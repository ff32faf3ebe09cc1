package org.mentoringcommons.provisioning.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** One at a time for a key, over all instances of the service, until the current transaction ends. */
@ApplicationScoped
public class AdvisoryLock {

    // a function that returns nothing is no result Hibernate could read
    private static final String TAKE =
            """
            with turn as materialized (select pg_advisory_xact_lock(hashtextextended(:key, 0)))
            select 1 from turn""";

    private final EntityManager database;

    AdvisoryLock(EntityManager database) {
        this.database = database;
    }

    /** Waits for its turn. What is read after it includes what the one before has written. */
    public void take(String key) {
        database.createNativeQuery(TAKE).setParameter("key", key).getSingleResult();
    }
}
