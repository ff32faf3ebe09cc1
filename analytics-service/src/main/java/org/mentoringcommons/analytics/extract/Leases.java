package org.mentoringcommons.analytics.extract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.mentoringcommons.analytics.cohort.Withdrawals;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Who writes which extract. Each step is a transaction of its own that holds only while the lease does: whatever was
 * cancelled, recalled or taken up by another instance meanwhile, the writer learns at its next step.
 */
@ApplicationScoped
class Leases {

    private static final String HELD = " where id = ?1 and attempt = ?2 and state = 'running'";

    /** What {@code recall_extracts} in the database names its lock. */
    private static final String BEGIN = "row files begin to be written";

    private final EntityManager database;
    private final TenantTransaction transaction;
    private final ExtractSettings settings;
    private final Clock clock;

    Leases(EntityManager database, TenantTransaction transaction, ExtractSettings settings, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** {@return the longest waiting extract, or one whose writer has fallen silent; empty if there is none} */
    Optional<Lease> claim() {
        return transaction.call(null, () -> database.createNativeQuery(
                        """
                        update extract set state = 'running', attempt = attempt + 1, lease_until = ?2, institutions = '{}',
                               total_rows = null, written_rows = 0
                        where id = (select id from extract
                                    where state = 'waiting' or state = 'running' and lease_until < ?1
                                    order by requested_at, id limit 1 for update skip locked)
                        returning id, attempt, study, version, format""",
                        Tuple.class)
                .setParameter(1, clock.instant())
                .setParameter(2, until())
                .getResultStream()
                .map(row -> lease((Tuple) row))
                .findFirst());
    }

    void renew(Lease lease) {
        step(lease, () -> database.createNativeQuery("update extract set lease_until = ?3" + HELD));
    }

    /**
     * Before any row is read: from now on a withdrawal at one of these institutions takes the lease away, and those under way
     * are waited for.
     */
    void covers(Lease lease, Set<String> institutions) {
        step(lease, () -> {
            Withdrawals.await(database, BEGIN);
            return database.createNativeQuery("update extract set lease_until = ?3, institutions = ?4" + HELD)
                    .setParameter(4, institutions.toArray(String[]::new));
        });
    }

    void describe(Lease lease, String watermark, String codebook, long totalRows) {
        step(lease, () -> database.createNativeQuery(
                        """
                                update extract set lease_until = ?3, watermark = ?4, codebook = ?5, total_rows = ?6"""
                                + HELD)
                .setParameter(4, watermark)
                .setParameter(5, codebook)
                .setParameter(6, totalRows));
    }

    void progress(Lease lease, long writtenRows) {
        step(lease, () -> database.createNativeQuery("update extract set lease_until = ?3, written_rows = ?4" + HELD)
                .setParameter(4, writtenRows));
    }

    /** Adds a part of the file. */
    void append(Lease lease, int part, byte[] content) {
        transaction.run(null, () -> {
            require(database.createNativeQuery("update extract set lease_until = ?3" + HELD), lease);
            database.createNativeQuery("insert into extract_part values (?1, ?2, ?3, ?4)")
                    .setParameter(1, lease.extract())
                    .setParameter(2, lease.attempt())
                    .setParameter(3, part)
                    .setParameter(4, content)
                    .executeUpdate();
        });
    }

    void complete(Lease lease, long rows, long bytes) {
        Instant now = clock.instant();
        step(lease, () -> database.createNativeQuery(
                        """
                                update extract set lease_until = ?3, state = 'ready', written_rows = ?4, total_rows = ?4,
                                       bytes = ?5, ended_at = ?6, expires_at = ?7"""
                                + HELD)
                .setParameter(4, rows)
                .setParameter(5, bytes)
                .setParameter(6, now)
                .setParameter(7, now.plus(settings.kept())));
    }

    /** After a failure: it waits for another attempt, until there have been enough. */
    void giveBack(Lease lease) {
        transaction.run(null, () -> database.createNativeQuery(
                        """
                        update extract set state = case when attempt < ?3 then 'waiting' else 'failed' end,
                               ended_at = case when attempt < ?3 then null else cast(?4 as timestamptz) end"""
                                + HELD)
                .setParameter(1, lease.extract())
                .setParameter(2, lease.attempt())
                .setParameter(3, settings.attempts())
                .setParameter(4, clock.instant())
                .executeUpdate());
    }

    /** Ends what has had its time, and forgets the content of whatever is not handed out or written any more. */
    void sweep() {
        transaction.run(null, () -> {
            database.createNativeQuery(
                            "update extract set state = 'expired' where state = 'ready' and expires_at <= ?1")
                    .setParameter(1, clock.instant())
                    .executeUpdate();
            database.createNativeQuery(
                            """
                            update extract e set state = 'recalled', ended_at = ?1 where state = 'ready' and exists (
                              select from unnest(e.institutions) i where i not in (
                                select s.institution from sharing s where s.study = e.study))""")
                    .setParameter(1, clock.instant())
                    .executeUpdate();
            database.createNativeQuery(
                            """
                            delete from extract_part p using extract e
                            where e.id = p.extract and (e.state not in ('running', 'ready') or p.attempt < e.attempt)""")
                    .executeUpdate();
        });
    }

    private void step(Lease lease, Supplier<Query> update) {
        transaction.run(null, () -> require(update.get(), lease));
    }

    private void require(Query update, Lease lease) {
        int held = update.setParameter(1, lease.extract())
                .setParameter(2, lease.attempt())
                .setParameter(3, until())
                .executeUpdate();
        if (held == 0) {
            throw new Lease.Lost();
        }
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
                Format.of(row.get(4, String.class)));
    }
}
