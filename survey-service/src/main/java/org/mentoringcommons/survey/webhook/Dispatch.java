package org.mentoringcommons.survey.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.mentoringcommons.survey.webhook.Deliveries.Attempt;
import org.mentoringcommons.survey.webhook.Lanes.Claim;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Sends what is due. Each webhook is a lane of its own, its messages go out one after the other; that it hangs costs no
 * thread and no other lane's turn, and lanes that failed last have places of their own. An outcome is noted after the
 * attempt: a crash in between sends the same message again, never none.
 */
@ApplicationScoped
class Dispatch {

    private static final Logger LOG = Logger.getLogger(Dispatch.class);
    /** So many transactions of ours at the same time; the rest of the database's connections are for requests. */
    private static final int WORKERS = 8;

    private final Lanes lanes;
    private final Deliveries deliveries;
    private final Endpoints endpoints;
    private final Sending sending;
    private final TenantTransaction transaction;
    private final ExecutorService threads;
    private final WebhookSettings settings;
    private final Clock clock;
    private final Semaphore healthy;
    private final Semaphore failing;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, work -> {
        Thread thread = new Thread(work, "webhooks");
        thread.setDaemon(true);
        return thread;
    });

    Dispatch(
            Lanes lanes,
            Deliveries deliveries,
            Endpoints endpoints,
            Sending sending,
            TenantTransaction transaction,
            ExecutorService threads,
            WebhookSettings settings,
            Clock clock) {
        this.lanes = lanes;
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.sending = sending;
        this.transaction = transaction;
        this.threads = threads;
        this.settings = settings;
        this.clock = clock;
        failing = new Semaphore(settings.failingAtOnce());
        healthy = new Semaphore(settings.atOnce() - settings.failingAtOnce());
    }

    void stop(@Observes ShutdownEvent event) {
        workers.shutdownNow();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() throws InterruptedException {
        try {
            // a scheduled method has a request context of its own, in which no institution could be changed
            threads.submit(this::round).get();
        } catch (ExecutionException failure) {
            LOG.warn("a round of webhooks failed; the next one follows", failure.getCause());
        }
    }

    /** Begins with everything that is due and that there is a place for. @return completes when all of that is done */
    CompletableFuture<Void> round() {
        Queue<CompletableFuture<Void>> begun = new ConcurrentLinkedQueue<>();
        begin(false, healthy, begun);
        begin(true, failing, begun);
        return CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new));
    }

    private void begin(boolean failed, Semaphore places, Queue<CompletableFuture<Void>> begun) {
        int free = places.drainPermits();
        if (free == 0) {
            return;
        }
        List<Claim> claims = List.of();
        try {
            Instant now = clock.instant();
            claims = transaction.call(null, () -> lanes.claim(failed, free, now));
        } finally {
            places.release(free - claims.size());
        }
        for (Claim claim : claims) {
            begun.add(CompletableFuture.supplyAsync(() -> first(claim), workers)
                    .thenCompose(attempt -> attend(claim, attempt, failed))
                    .whenComplete((done, failure) -> {
                        places.release();
                        if (failure != null) { // the lease runs out, and it is tried again
                            LOG.warnf("webhook %s could not be attended to (%s)", claim.webhook(), failure.getClass());
                        }
                    })
                    .exceptionally(noted -> null));
        }
    }

    private CompletableFuture<Void> attend(Claim claim, Optional<Attempt> attempt, boolean failed) {
        return attempt.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : send(attempt.get(), failed)
                        .thenApplyAsync(outcome -> after(claim, attempt.get(), outcome), workers)
                        .thenCompose(next -> attend(claim, next, failed));
    }

    private CompletableFuture<Outcome> send(Attempt attempt, boolean failed) {
        long begun = System.nanoTime();
        return endpoints
                .resolve(attempt.url(), failed)
                .thenCompose(resolved -> resolved.refused() != null
                        ? CompletableFuture.completedFuture(resolved.refused().outcome())
                        : sending.send(
                                resolved.endpoint(),
                                attempt.headers(),
                                attempt.message().body(),
                                settings.patience().minus(Duration.ofNanos(System.nanoTime() - begun))));
    }

    private Optional<Attempt> first(Claim claim) {
        return transaction.call(claim.institution(), () -> deliveries.first(claim));
    }

    private Optional<Attempt> after(Claim claim, Attempt attempt, Outcome outcome) {
        return transaction.call(claim.institution(), () -> deliveries.after(claim, attempt.message(), outcome));
    }
}
