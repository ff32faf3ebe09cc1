package org.mentoringcommons.provisioning.reconciliation;

import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.mentoringcommons.provisioning.keycloak.KeycloakAway;
import org.mentoringcommons.provisioning.keycloak.Refused;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Settles one key at a time: alone (an advisory lock holds over all instances), in one transaction, and bound to no
 * institution, because what an institution is, is a fact of the platform. Hence threads of its own: the request that
 * asked may be bound to one.
 */
@ApplicationScoped
public class Reconciler {

    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    /** Longer than any single call may take; whoever asked is then told that it will be done. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<DesiredState> states;
    private final TenantTransaction transaction;
    private final AdvisoryLock lock;
    private final Round round;
    private final Lanes lanes;
    private final int atOnce;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "reconciliation-soon");
        thread.setDaemon(true);
        return thread;
    });

    Reconciler(
            @All List<DesiredState> states,
            TenantTransaction transaction,
            AdvisoryLock lock,
            Round round,
            @ConfigProperty(name = "reconciliation.workers") int workers) {
        this.states = states;
        this.transaction = transaction;
        this.lock = lock;
        this.round = round;
        this.lanes = new Lanes(workers);
        this.atOnce = Math.max(1, workers / 2); // requests find a worker, too
    }

    /**
     * Settles a key now, after the transaction that wrote it. Returns when it is settled, or could not be, which is
     * logged and left to the schedule: the caller reads from the registry how far it came.
     */
    public void settle(DesiredState state, String key) {
        try {
            await(begin(state.kind(), key, () -> {
                state.settle(key);
                return key;
            }));
        } catch (Refused refused) {
            LOG.errorf("%s/%s stays unsettled, Keycloak refuses %s: %s", state.kind(), key, refused.field(), refused);
        } catch (RuntimeException failure) {
            log(state.kind(), key, failure);
        }
    }

    /**
     * Does something at Keycloak that belongs to a key, under its lock and in one transaction.
     *
     * @return empty if that failed, which is logged and may succeed another time; the transaction is rolled back
     * @throws Refused if Keycloak will never have it; the transaction is rolled back too
     */
    public <T> Optional<T> alone(String kind, String key, Callable<T> work) {
        try {
            return Optional.of(await(begin(kind, key, work)));
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException failure) {
            log(kind, key, failure);
            return Optional.empty();
        }
    }

    /** Tries everything that is due; what another instance is at is left to it. */
    @Scheduled(every = "{reconciliation.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settleEverything() {
        round.go(states, this::beginUnlessTaken, atOnce);
    }

    /** The same soon and in the background, for whoever has just written down much; once for all who ask meanwhile. */
    public void soon() {
        if (asked.compareAndSet(false, true)) {
            background.execute(() -> {
                asked.set(false);
                ManagedContext request = Arc.container().requestContext();
                request.activate();
                try {
                    settleEverything();
                } catch (RuntimeException failure) {
                    LOG.warnf("a round ended early and is left to the schedule: %s", failure);
                } finally {
                    request.terminate();
                }
            });
        }
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
        lanes.stop();
    }

    private <T> Future<T> begin(String kind, String key, Callable<T> work) {
        String name = kind + "/" + key;
        return lanes.submit(
                name,
                () -> transaction.call(null, () -> {
                    lock.take(name);
                    return work.call();
                }));
    }

    private Future<?> beginUnlessTaken(DesiredState state, String key) {
        String name = state.kind() + "/" + key;
        return lanes.submit(
                name,
                () -> transaction.call(null, () -> {
                    if (lock.isFree(name)) {
                        state.settle(key);
                    }
                    return key;
                }));
    }

    /**
     * What came of it.
     *
     * @throws RuntimeException what the work threw, or that it takes too long to wait for
     */
    static <T> T await(Future<T> result) {
        try {
            return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (TimeoutException slow) {
            throw new IllegalStateException("takes long, and goes on in the background", slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void log(String kind, String key, RuntimeException failure) {
        if (KeycloakAway.isWhy(failure)) {
            LOG.warnf("%s/%s waits for Keycloak: %s", kind, key, failure);
        } else {
            LOG.errorf(failure, "%s/%s is not settled and will be tried again", kind, key);
        }
    }
}
