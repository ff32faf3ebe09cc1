package org.mentoringcommons.survey.history;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.mentoringcommons.survey.database.LeasedTasks.Claim;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Takes what has been read, tells of it and takes it back, one import at a time in the background of an instance. Those of
 * other instances, and those that a crash left behind, are found by looking.
 */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int WAITING_AT_ONCE = 2;

    private final ImportTasks tasks;
    private final ImportSteps steps;
    private final ImportSettings settings;
    private final TenantTransaction transaction;
    private final ExecutorService threads;
    private final Semaphore waiting = new Semaphore(WAITING_AT_ONCE);
    private final ReentrantLock busy = new ReentrantLock();

    ImportWorker(
            ImportTasks tasks,
            ImportSteps steps,
            ImportSettings settings,
            TenantTransaction transaction,
            ExecutorService threads) {
        this.tasks = tasks;
        this.steps = steps;
        this.settings = settings;
        this.transaction = transaction;
        this.threads = threads;
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
                LOG.warn("a round of imports failed; the next one follows", failure);
            } finally {
                busy.unlock();
            }
        }
    }

    /** Does everything that is due. */
    void round() {
        Optional<Claim> claim;
        while ((claim = transaction.call(null, tasks::claim)).isPresent()) {
            work(claim.get());
        }
    }

    /** Works on a small one while its request waits, if not too many wait already; otherwise a round begins, somewhere. */
    void workNow(Tenant institution, Import one) {
        boolean small = one.counts().rows() <= settings.whileWaiting();
        if (small && waiting.tryAcquire()) {
            try {
                transaction.call(null, () -> tasks.claim(institution, one.id())).ifPresent(this::work);
            } finally {
                waiting.release();
            }
        } else if (settings.worker()) {
            threads.execute(this::roundIfNone);
        }
    }

    private void work(Claim claim) {
        try {
            boolean more = true;
            while (more) {
                more = transaction.call(claim.institution(), () -> steps.step(claim));
            }
        } catch (RuntimeException failure) {
            LOG.warnf("import %s failed (%s)", claim.thing(), failure.getClass()); // what it says may quote an answer
            transaction.run(claim.institution(), () -> steps.failed(claim));
        }
    }
}
