package org.mentoringcommons.analytics.report;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Computes reports on threads of their own, one at a time a study however many ask. A failure is told once, to everybody who
 * waits or who asks next; asking again after that computes anew.
 */
@ApplicationScoped
class Computations {

    private static final Logger LOG = Logger.getLogger(Computations.class);

    private final Map<String, Computation> byStudy = new HashMap<>();
    private final ThreadPoolExecutor workers;

    @Inject
    Computations(ReportSettings settings) {
        this(settings.atOnce(), settings.waiting());
    }

    Computations(int atOnce, int waiting) {
        workers = new ThreadPoolExecutor(
                atOnce, atOnce, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(waiting), Computations::thread);
        workers.allowCoreThreadTimeOut(true);
    }

    void onStop(@Observes ShutdownEvent stop) {
        workers.shutdownNow();
    }

    /**
     * Joins the computation under way for a study, or the failed one nobody was told of, or begins one.
     *
     * @throws HttpProblem 503 {@code too-many-reports} if too many wait already
     */
    synchronized Computation join(String study, Supplier<KeptReport> compute) {
        Computation present = byStudy.get(study);
        if (present != null && (!present.isOver() || present.hasJustFailed())) {
            return present;
        }
        Computation next = new Computation();
        try {
            workers.execute(() -> run(study, next, compute));
        } catch (RejectedExecutionException full) {
            throw Refusal.of(
                            "too-many-reports",
                            Response.Status.SERVICE_UNAVAILABLE,
                            "Too many reports wait to be computed; ask again in a minute")
                    .problem();
        }
        byStudy.put(study, next);
        return next;
    }

    private void run(String study, Computation computation, Supplier<KeptReport> compute) {
        computation.run(compute);
        if (!computation.hasFailed()) {
            forget(study, computation);
        }
    }

    /** What somebody who waited is told. */
    HttpProblem problem(String study, Computation computation, Computation.Failed failure) {
        forget(study, computation);
        if (failure.getCause() instanceof HttpProblem problem) {
            return problem;
        }
        LOG.error("a report could not be computed", failure.getCause());
        return Refusal.of(
                        "report-failed",
                        Response.Status.SERVICE_UNAVAILABLE,
                        "The report could not be computed; asking again computes it anew")
                .problem();
    }

    private synchronized void forget(String study, Computation computation) {
        byStudy.remove(study, computation);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "reports");
        thread.setDaemon(true);
        return thread;
    }
}
