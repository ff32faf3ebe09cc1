package org.mentoringcommons.provisioning.reconciliation;

import io.quarkus.arc.All;
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
    /** So many keys in a row without an answer are Keycloak's absence; fewer may be the fault of those keys. */
    private static final int FAILURES_OF_AN_ABSENCE = 3;

    private final List<DesiredState> states;
    private final TenantTransaction transaction;
    private final AdvisoryLock lock;
    private final ExecutorService workers;

    Reconciler(
            @All List<DesiredState> states,
            TenantTransaction transaction,
            AdvisoryLock lock,
            @ConfigProperty(name = "reconciliation.workers") int workers) {
        this.states = states;
        this.transaction = transaction;
        this.lock = lock;
        this.workers = Executors.newFixedThreadPool(workers, work -> {
            Thread thread = new Thread(work, "reconciliation");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Settles a key now, after the transaction that wrote it. Returns when it is settled, or could not be, which is
     * logged and left to the schedule: the caller reads from the registry how far it came.
     *
     * @return false if Keycloak did not answer
     */
    public boolean settle(DesiredState state, String key) {
        try {
            run(state.kind(), key, () -> {
                state.settle(key);
                return key;
            });
            return true;
        } catch (Refused refused) {
            LOG.errorf("%s/%s stays unsettled, Keycloak refuses %s: %s", state.kind(), key, refused.field(), refused);
            return true;
        } catch (RuntimeException failure) {
            log(state.kind(), key, failure);
            return !KeycloakAway.isWhy(failure);
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
            return Optional.of(run(kind, key, work));
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException failure) {
            log(kind, key, failure);
            return Optional.empty();
        }
    }

    /**
     * Tries everything that is still only requested, until Keycloak turns out to be away. A key it fails at does not
     * keep those after it waiting.
     */
    @Scheduled(every = "{reconciliation.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settleEverything() {
        int failuresInARow = 0;
        for (DesiredState state : states) {
            for (String key : state.unsettled()) {
                failuresInARow = settle(state, key) ? 0 : failuresInARow + 1;
                if (failuresInARow == FAILURES_OF_AN_ABSENCE) {
                    return;
                }
            }
        }
    }

    @PreDestroy
    void stop() {
        workers.shutdown();
    }

    private <T> T run(String kind, String key, Callable<T> work) {
        Future<T> result = workers.submit(() -> transaction.call(null, () -> {
            lock.take(kind + "/" + key);
            return work.call();
        }));
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
