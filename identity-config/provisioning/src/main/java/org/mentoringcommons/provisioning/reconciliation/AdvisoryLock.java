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

    private static final String TRY = "select pg_try_advisory_xact_lock(hashtextextended(:key, 0))";

    private final EntityManager database;

    AdvisoryLock(EntityManager database) {
        this.database = database;
    }

    /** Waits for its turn. What is read after it includes what the one before has written. */
    public void take(String key) {
        database.createNativeQuery(TAKE).setParameter("key", key).getSingleResult();
    }

    /** Takes its turn if nobody else has it. */
    public boolean isFree(String key) {
        return (boolean)
                database.createNativeQuery(TRY).setParameter("key", key).getSingleResult();
    }
}
