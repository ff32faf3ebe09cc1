package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import org.mentoringcommons.analytics.study.Noise;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * What differentially private studies have spent. Whoever begins to count pays first, in a transaction of its own, and gets
 * nothing back: not after a crash, not for a draft that is discarded, recalled or computed again. The database takes more
 * rows, and nothing away.
 */
@ApplicationScoped
class EpsilonLedger {

    private final EntityManager database;
    private final Studies studies;
    private final TenantTransaction transaction;
    private final Clock clock;
    private final AuditTrail trail;

    EpsilonLedger(
            EntityManager database, Studies studies, TenantTransaction transaction, Clock clock, AuditTrail trail) {
        this.database = database;
        this.studies = studies;
        this.transaction = transaction;
        this.clock = clock;
        this.trail = trail;
    }

    /** The budget is the least of all that were in force whenever something was spent: it can be lowered, not raised. */
    private record Account(BigDecimal spent, BigDecimal budget) {

        boolean allows(Noise noise) {
            return spent.add(noise.epsilon()).compareTo(budget) <= 0;
        }

        String words(Noise noise) {
            return spent.stripTrailingZeros().toPlainString() + " of "
                    + budget.stripTrailingZeros().toPlainString() + " is spent, and a computation costs "
                    + noise.epsilon().toPlainString();
        }
    }

    /** Refuses a study that has not enough left for one more computation. */
    void requireLeft(Study study) {
        Noise noise = study.definition().noise();
        if (isPrivate(noise) && !account(study).allows(noise)) {
            throw Refusal.conflict("epsilon-spent", "The study has spent its privacy budget")
                    .detail(
                            "It makes no further release. What was spent is not refunded, and a greater budget is not counted.")
                    .violation("noise.budget", account(study).words(noise))
                    .problem();
        }
    }

    /**
     * Pays for an attempt to count, before anything is read; nothing for a study that is not private. Of two at once one waits.
     *
     * @return false if there is not enough left; nothing is paid then
     */
    boolean charge(Lease lease, Study study) {
        Noise noise = study.definition().noise();
        return !isPrivate(noise)
                || transaction.call(null, () -> {
                    database.createNativeQuery("select 1 from study where key = ?1 for no key update", Integer.class)
                            .setParameter(1, study.key())
                            .getSingleResult();
                    Account account = account(study);
                    if (!account.allows(noise)) {
                        return false;
                    }
                    database.createNativeQuery(
                                    """
                            insert into epsilon_spent (draft, attempt, study, epsilon, budget, spent_at)
                            values (?1, ?2, ?3, ?4, ?5, ?6)""")
                            .setParameter(1, lease.draft())
                            .setParameter(2, lease.attempt())
                            .setParameter(3, study.key())
                            .setParameter(4, noise.epsilon())
                            .setParameter(5, account.budget())
                            .setParameter(6, clock.instant())
                            .executeUpdate();
                    trail.record(Deed.of(
                                    "release.epsilon-spent",
                                    Drafting.THING,
                                    lease.draft().toString())
                            .detail("study " + study.key() + ", epsilon "
                                    + noise.epsilon().toPlainString()));
                    return true;
                });
    }

    /** {@return why an attempt was not begun} */
    Finding spent(Study study) {
        Noise noise = study.definition().noise();
        return new Finding("epsilon-spent", study.key(), transaction.call(null, () -> account(study)
                .words(noise)));
    }

    /** A draft is of the version it was drafted of; a budget that was lowered since binds it all the same. */
    private Account account(Study study) {
        BigDecimal declared = studies.find(study.key())
                .map(now -> now.definition().noise())
                .filter(EpsilonLedger::isPrivate)
                .map(now -> now.budget().min(study.definition().noise().budget()))
                .orElse(study.definition().noise().budget());
        Tuple row = (Tuple) database.createNativeQuery(
                        "select coalesce(sum(epsilon), 0), min(budget) from epsilon_spent where study = ?1",
                        Tuple.class)
                .setParameter(1, study.key())
                .getSingleResult();
        BigDecimal least = row.get(1, BigDecimal.class);
        return new Account(row.get(0, BigDecimal.class), least == null ? declared : least.min(declared));
    }

    private static boolean isPrivate(Noise noise) {
        return Noise.is(noise, Noise.Mechanism.DISCRETE_LAPLACE);
    }
}
