package org.mentoringcommons.analytics.release;

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
 * Computes releases, one at a time an instance, on threads of its own. A release asked for here is begun at once; those of
 * other instances, and those that a crash left behind, are found by looking.
 */
@ApplicationScoped
class ReleaseWorker {

    private static final Logger LOG = Logger.getLogger(ReleaseWorker.class);
    private static final int RENEWALS_A_LEASE = 3;

    private final Leases leases;
    private final Computing computing;
    private final Reproductions reproductions;
    private final Reproducing reproducing;
    private final SealedCubes cubes;
    private final Telling telling;
    private final HubSummaries summaries;
    private final ReleaseSettings settings;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(ReleaseWorker::thread);
    private final ScheduledExecutorService renewer = Executors.newSingleThreadScheduledExecutor(ReleaseWorker::thread);

    ReleaseWorker(
            Leases leases,
            Computing computing,
            Reproductions reproductions,
            Reproducing reproducing,
            SealedCubes cubes,
            Telling telling,
            HubSummaries summaries,
            ReleaseSettings settings) {
        this.leases = leases;
        this.computing = computing;
        this.reproductions = reproductions;
        this.reproducing = reproducing;
        this.cubes = cubes;
        this.telling = telling;
        this.summaries = summaries;
        this.settings = settings;
    }

    void onStart(@Observes StartupEvent start) {
        if (settings.worker()) {
            long every = settings.every().toMillis();
            worker.scheduleWithFixedDelay(this::patiently, every, every, TimeUnit.MILLISECONDS);
        }
    }

    void onRequest(@Observes(during = TransactionPhase.AFTER_SUCCESS) Drafting.Asked asked) {
        if (settings.worker()) {
            worker.execute(this::patiently);
        }
    }

    void onStop(@Observes ShutdownEvent stop) {
        worker.shutdownNow();
        renewer.shutdownNow();
    }

    void patiently() {
        try {
            round();
        } catch (Throwable failure) { // an error too would end the rounds without a word
            LOG.warn("a round of releases failed; the next one follows", failure);
        }
    }

    /**
     * Tells of what is frozen, computes all that waits and makes again what is asked for, destroys what is of no account. One
     * of the one and one of the other in turn: however many wait of either, the other is not held up.
     */
    void round() {
        boolean busy = true;
        while (busy) {
            telling.round();
            Optional<Lease> lease = leases.claim();
            lease.ifPresent(this::compute);
            Optional<Reproductions.Turn> turn = reproductions.claim();
            turn.ifPresent(this::reproduce);
            busy = lease.isPresent() || turn.isPresent();
        }
        cubes.sweep();
        summaries.round();
    }

    private void compute(Lease lease) {
        work(() -> leases.renew(lease), () -> computing.compute(lease), () -> leases.giveBack(lease));
    }

    private void reproduce(Reproductions.Turn turn) {
        work(() -> reproductions.renew(turn), () -> reproducing.reproduce(turn), () -> reproductions.giveBack(turn));
    }

    private void work(Runnable renew, Runnable work, Runnable giveBack) {
        long every = settings.lease().toMillis() / RENEWALS_A_LEASE;
        ScheduledFuture<?> renewing =
                renewer.scheduleAtFixedRate(() -> renew(renew), every, every, TimeUnit.MILLISECONDS);
        try {
            work.run();
        } catch (Lease.Lost lost) {
            LOG.debug("a release was discarded, recalled or taken up elsewhere");
        } catch (Throwable failure) {
            LOG.warn("a release could not be computed", failure);
            giveBack.run();
        } finally {
            renewing.cancel(false);
        }
    }

    /** Once more; whatever is thrown here ends the renewals, which is for a lost lease only. */
    void renew(Runnable renew) {
        try {
            renew.run();
        } catch (Lease.Lost lost) {
            throw lost;
        } catch (Throwable failure) {
            LOG.warn("a lease could not be renewed; the next try follows", failure);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "releases");
        thread.setDaemon(true);
        return thread;
    }
}
