package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.analytics.cohort.Withdrawals;
import org.mentoringcommons.analytics.cube.Method;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Who computes which release. Each step is a transaction of its own that holds only while the lease does: whatever was
 * discarded, recalled or taken up by another instance meanwhile, the worker learns at its next step.
 */
@ApplicationScoped
class Leases {

    private static final String UPDATE = "update release_draft set lease_until = ?3, revision = revision + 1, ";
    private static final String HELD = " where id = ?1 and attempt = ?2 and state in ('computing', 'computed')";

    /** What {@code recall_release_drafts} in the database names its lock. */
    private static final String BEGIN = "releases begin to count";

    private final EntityManager database;
    private final TenantTransaction transaction;
    private final ReleaseSettings settings;
    private final Clock clock;
    private final AuditTrail trail;
    private final CountedWaves counted;

    Leases(
            EntityManager database,
            TenantTransaction transaction,
            ReleaseSettings settings,
            Clock clock,
            AuditTrail trail,
            CountedWaves counted) {
        this.counted = counted;
        this.database = database;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * {@return a release that waits for its numbers, or whose worker has fallen silent; empty if there is none} Silence is a
     * failure too: one that ends whoever computes it does not go from instance to instance for ever.
     */
    Optional<Lease> claim() {
        giveUpSilent();
        return transaction.call(null, () -> database.createNativeQuery(
                        """
                        update release_draft set attempt = attempt + 1, lease_until = ?2,
                            failures = failures + case when lease_until is null then 0 else 1 end
                        where id = (select id from release_draft
                                    where state in ('computing', 'computed') and (lease_until is null or lease_until < ?1)
                                    order by drafted_at, id limit 1 for update skip locked)
                        returning id, attempt, study, study_version, sealed_attempt, cube_hash""",
                        Tuple.class)
                .setParameter(1, clock.instant())
                .setParameter(2, until())
                .getResultStream()
                .map(row -> lease((Tuple) row))
                .findFirst());
    }

    private void giveUpSilent() {
        transaction.run(null, () -> database.createNativeQuery(
                        """
                        update release_draft
                        set state = 'failed', failures = failures + 1, lease_until = null, revision = revision + 1
                        where id in (select id from release_draft
                                     where state in ('computing', 'computed') and lease_until < ?1 and failures + 1 >= ?2
                                     for update skip locked)""")
                .setParameter(1, clock.instant())
                .setParameter(2, settings.attempts())
                .executeUpdate());
    }

    void renew(Lease lease) {
        transaction.run(
                null,
                () -> require(database.createNativeQuery("update release_draft set lease_until = ?3" + HELD), lease));
    }

    /**
     * Before any row is read: from now on a withdrawal at one of these institutions takes the lease away. Those under way
     * are waited for, because their rows could still be read; while no row of a release is held, for which they may wait.
     */
    void covers(Lease lease, Set<String> institutions) {
        transaction.run(null, () -> {
            Withdrawals.await(database, BEGIN);
            require(
                    database.createNativeQuery(UPDATE + "institutions = ?4" + HELD)
                            .setParameter(4, institutions.toArray(String[]::new)),
                    lease);
        });
    }

    /**
     * What was counted is sealed; only the audit is left, whoever makes it.
     *
     * @param waves that were counted, by institution; see AnsweredWaves
     */
    void computed(Lease lease, String cubeHash, Map<String, byte[]> waves) {
        transaction.run(null, () -> {
            counted.add(lease, waves);
            require(
                    database.createNativeQuery(UPDATE
                                    + "state = 'computed', sealed_attempt = ?2, cube_hash = ?4, computed_at = ?5"
                                    + HELD)
                            .setParameter(4, cubeHash)
                            .setParameter(5, clock.instant()),
                    lease);
            record("release.computed", lease, "counts " + cubeHash);
        });
    }

    /** It may be published as it is. */
    void audited(Lease lease, int edition, Method method, byte[] candidate) {
        String hash = Sha256.hex(candidate);
        transaction.run(null, () -> {
            require(
                    database.createNativeQuery(UPDATE
                                    + "state = 'audited', edition = ?4, candidate = ?5, candidate_hash = ?6, audited_at = ?7,"
                                    + " method_version = ?8"
                                    + HELD)
                            .setParameter(4, edition)
                            .setParameter(5, candidate)
                            .setParameter(6, hash)
                            .setParameter(7, clock.instant())
                            .setParameter(8, method.version()),
                    lease);
            record("release.audited", lease, "candidate " + hash);
        });
    }

    /** It may not be published. */
    void refused(Lease lease, List<Finding> findings) {
        String text = new FindingsColumn().convertToDatabaseColumn(findings);
        transaction.run(null, () -> {
            require(
                    database.createNativeQuery(UPDATE + "state = 'refused', findings = ?4, audited_at = ?5" + HELD)
                            .setParameter(4, text)
                            .setParameter(5, clock.instant()),
                    lease);
            record("release.refused", lease, findings.size() + " findings");
        });
    }

    /** After a failure: it waits for another attempt, until there have been enough. */
    void giveBack(Lease lease) {
        transaction.run(null, () -> database.createNativeQuery(
                        """
                        update release_draft
                        set failures = failures + 1, lease_until = null,
                            revision = revision + case when failures + 1 < ?3 then 0 else 1 end,
                            state = case when failures + 1 < ?3 then state else 'failed' end"""
                                + HELD)
                .setParameter(1, lease.draft())
                .setParameter(2, lease.attempt())
                .setParameter(3, settings.attempts())
                .executeUpdate());
    }

    private void require(Query update, Lease lease) {
        int held = update.setParameter(1, lease.draft())
                .setParameter(2, lease.attempt())
                .setParameter(3, until())
                .executeUpdate();
        if (held == 0) {
            throw new Lease.Lost();
        }
    }

    private void record(String action, Lease lease, String detail) {
        trail.record(Deed.of(action, Drafting.THING, lease.draft().toString())
                .detail("study " + lease.study() + ", " + detail));
    }

    private Instant until() {
        return clock.instant().plus(settings.lease());
    }

    private static Lease lease(Tuple row) {
        return new Lease(
                row.get(0, UUID.class),
                row.get(1, Integer.class),
                row.get(2, String.class),
                row.get(3, Integer.class),
                Optional.ofNullable(row.get(4, Integer.class))
                        .map(attempt -> new Lease.Sealed(attempt, row.get(5, String.class))));
    }
}
