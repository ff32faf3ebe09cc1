package org.mentoringcommons.curriculum.adaptation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Reads the words of adaptations that are older than the search for them, or that an older instance saved, one after the
 * other. Which are left stands in the database, so it survives a restart, and of several instances each takes others.
 */
@ApplicationScoped
class UnreadAdaptations {

    private static final Logger LOG = Logger.getLogger(UnreadAdaptations.class);

    /** Longer than reading one takes: after it whoever had it is taken for dead. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final String CLAIM =
            """
            with due as materialized (
              select institution, adaptation from unread_adaptation where due_at <= now()
              order by due_at limit 1 for update skip locked)
            update unread_adaptation u set due_at = now() + make_interval(secs => :lease)
            from due where u.institution = due.institution and u.adaptation = due.adaptation
            returning cast(u.institution as text), u.adaptation""";

    /** Whoever publishes one has it first, and comes to what is unread after: so does the reader, and neither waits in a circle. */
    private static final String REVISIONS =
            "select revision from adaptation_revision where adaptation = :id order by revision for no key update";

    private static final String READ =
            "delete from unread_adaptation where adaptation = :id and institution = :institution";

    private final EntityManager entities;
    private final Adaptations adaptations;
    private final TenantTransaction transaction;
    private final ExecutorService threads;

    UnreadAdaptations(
            EntityManager entities, Adaptations adaptations, TenantTransaction transaction, ExecutorService threads) {
        this.entities = entities;
        this.adaptations = adaptations;
        this.transaction = transaction;
        this.threads = threads;
    }

    private record Unread(Tenant institution, UUID adaptation) {}

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() throws InterruptedException {
        try {
            // a scheduled method has a request context of its own, in which no institution could be changed
            threads.submit(this::round).get();
        } catch (ExecutionException failure) {
            LOG.warn("a round of reading adaptations failed; the next one follows", failure.getCause());
        }
    }

    /** Reads all that are left. */
    void round() {
        Optional<Unread> next;
        while ((next = transaction.call(null, this::claim)).isPresent()) {
            Unread unread = next.get();
            try {
                transaction.run(unread.institution(), () -> read(unread));
            } catch (RuntimeException failure) {
                LOG.warnf(
                        "adaptation %s: %s; trying again",
                        unread.adaptation(), failure.getClass().getSimpleName());
            }
        }
    }

    /** Ticked off before it is read: what is saved meanwhile waits for that, and is then left to be read once more. */
    private void read(Unread unread) {
        entities.createNativeQuery(REVISIONS)
                .setParameter("id", unread.adaptation())
                .getResultList();
        entities.createNativeQuery(READ)
                .setParameter("id", unread.adaptation())
                .setParameter("institution", unread.institution().id())
                .executeUpdate();
        adaptations.readAgain(unread.adaptation());
    }

    @SuppressWarnings("unchecked")
    private Optional<Unread> claim() {
        List<Object[]> rows = entities.createNativeQuery(CLAIM)
                .setParameter("lease", (double) LEASE.toSeconds())
                .getResultList();
        return rows.stream().findFirst().map(row -> new Unread(new Tenant((String) row[0]), (UUID) row[1]));
    }
}
