package org.mentoringcommons.survey.export;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Writes exports, one at a time in the background of an instance, and throws away those whose time is over. Those of other
 * instances, and those that a crash left behind, are found by looking.
 */
@ApplicationScoped
class ExportWorker {

    private static final Logger LOG = Logger.getLogger(ExportWorker.class);

    private final ExportTasks tasks;
    private final Attempts attempts;
    private final Writing writing;
    private final ExportSettings settings;
    private final TenantTransaction transaction;
    private final ExecutorService threads;
    private final Semaphore waiting;
    private final ReentrantLock busy = new ReentrantLock();

    ExportWorker(
            ExportTasks tasks,
            Attempts attempts,
            Writing writing,
            ExportSettings settings,
            TenantTransaction transaction,
            ExecutorService threads) {
        this.tasks = tasks;
        this.attempts = attempts;
        this.writing = writing;
        this.settings = settings;
        this.transaction = transaction;
        this.threads = threads;
        this.waiting = new Semaphore(settings.waitingAtOnce());
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() throws InterruptedException, ExecutionException {
        if (settings.worker()) {
            // a scheduled method has a request context of its own, in which no institution could be changed
            threads.submit(this::roundIfNone).get();
        }
    }

    private void roundIfNone() {
        if (busy.tryLock()) {
            try {
                round();
            } catch (RuntimeException failure) {
                LOG.warn("a round of exports failed; the next one follows", failure);
            } finally {
                busy.unlock();
            }
        }
    }

    /** Does everything that is due. */
    void round() {
        Optional<ExportTasks.Claim> claim;
        while ((claim = transaction.call(null, tasks::claim)).isPresent()) {
            write(claim.get());
        }
    }

    /** Writes a small one while its request waits, if not too many wait already; otherwise a round begins, somewhere. */
    void writeNow(Tenant institution, Export export) {
        if (export.totalRows() <= settings.whileWaiting() && waiting.tryAcquire()) {
            try {
                UUID id = export.id();
                transaction.call(null, () -> tasks.claim(institution, id)).ifPresent(this::write);
            } finally {
                waiting.release();
            }
        } else if (settings.worker()) {
            threads.execute(this::roundIfNone);
        }
    }

    private void write(ExportTasks.Claim claim) {
        Optional<Attempt> begun = Optional.empty();
        try {
            begun = attempts.begin(claim);
            begun.ifPresent(writing::write);
        } catch (Attempt.Lost lost) {
            LOG.debug("an export was cancelled, recalled or taken up elsewhere");
        } catch (RuntimeException failure) {
            LOG.warnf("export %s failed (%s)", claim.thing(), failure.getClass()); // what it says may quote an answer
            begun.ifPresent(attempts::giveBack);
        }
    }
}
