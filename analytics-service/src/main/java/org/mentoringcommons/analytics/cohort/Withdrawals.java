package org.mentoringcommons.analytics.cohort;

import jakarta.persistence.EntityManager;
import java.time.Duration;

/** Withdrawals, erasures and corrections of consented answers whose transactions are not over yet. */
public final class Withdrawals {

    /** Others that withdraw wait meanwhile. */
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private Withdrawals() {}

    /**
     * Waits for them, in the transaction under way, until whose end new ones wait. Their rows could still be read; while no
     * row is held for which they may wait themselves.
     *
     * @param begins what their trigger in the database calls the lock
     */
    public static void await(EntityManager database, String begins) {
        database.createNativeQuery("select set_config('lock_timeout', ?1, true)")
                .setParameter(1, Long.toString(AT_MOST.toMillis()))
                .getResultList();
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, begins)
                .getResultList();
    }
}
