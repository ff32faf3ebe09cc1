package org.mentoringcommons.analytics.extract;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes extracts, one at a time an instance, on threads of its own: a file of ten million rows takes no request's thread.
 * An extract asked for here is begun at once; those of other instances, and those that a crash left behind, are found by
 * looking.
 */
@ApplicationScoped
class ExtractWorker {

    private static final Logger LOG = Logger.getLogger(ExtractWorker.class);
    private static final int RENEWALS_A_LEASE = 3;

    private final Leases leases;
    private final Writing writing;
    private final ExtractSettings settings;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(ExtractWorker::thread);
    private final ScheduledExecutorService renewer = Executors.newSingleThreadScheduledExecutor(ExtractWorker::thread);

    ExtractWorker(Leases leases, Writing writing, ExtractSettings settings) {
        this.leases = leases;
        this.writing = writing;
        this.settings = settings;
    }

    void onStart(@Observes StartupEvent start) {
        if (settings.worker()) {
            long every = settings.every().toMillis();
            writer.scheduleWithFixedDelay(this::patiently, every, every, TimeUnit.MILLISECONDS);
        }
    }

    void onRequest(@Observes(during = TransactionPhase.AFTER_SUCCESS) Requested requested) {
        if (settings.worker()) {
            writer.execute(this::patiently);
        }
    }

    void onStop(@Observes ShutdownEvent stop) {
        writer.shutdownNow();
        renewer.shutdownNow();
    }

    private void patiently() {
        try {
            round();
        } catch (RuntimeException failure) {
            LOG.warn("a round of extracts failed; the next one follows", failure);
        }
    }

    /** Sweeps, and writes everything that waits. */
    void round() {
        leases.sweep();
        for (Optional<Lease> lease = leases.claim(); lease.isPresent(); lease = leases.claim()) {
            write(lease.get());
        }
    }

    private void write(Lease lease) {
        long every = settings.lease().toMillis() / RENEWALS_A_LEASE;
        ScheduledFuture<?> renewing =
                renewer.scheduleAtFixedRate(() -> leases.renew(lease), every, every, TimeUnit.MILLISECONDS);
        try {
            writing.write(lease);
        } catch (Lease.Lost lost) {
            LOG.debug("an extract was cancelled, recalled or taken up elsewhere");
        } catch (RuntimeException failure) {
            LOG.warn("an extract failed", failure);
            leases.giveBack(lease);
        } finally {
            renewing.cancel(false);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "extracts");
        thread.setDaemon(true);
        return thread;
    }
}
