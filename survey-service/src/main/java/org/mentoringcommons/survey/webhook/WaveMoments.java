package org.mentoringcommons.survey.webhook;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.mentoringcommons.survey.wave.WaveTasks;
import org.mentoringcommons.survey.wave.WaveTasks.Claim;
import org.mentoringcommons.survey.wave.WaveTasks.Task;
import org.mentoringcommons.tenancy.TenantTransaction;

/** Looks after what is told of waves at moments of their own: each in a transaction that also settles the task. */
@ApplicationScoped
class WaveMoments {

    private static final Logger LOG = Logger.getLogger(WaveMoments.class);
    private static final List<Task> OURS = List.of(Task.OPENED, Task.CLOSING, Task.COUNT);

    private final WaveTasks tasks;
    private final WaveSteps steps;
    private final TenantTransaction transaction;
    private final ExecutorService threads;

    WaveMoments(WaveTasks tasks, WaveSteps steps, TenantTransaction transaction, ExecutorService threads) {
        this.tasks = tasks;
        this.steps = steps;
        this.transaction = transaction;
        this.threads = threads;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() throws InterruptedException {
        try {
            // a scheduled method has a request context of its own, in which no institution could be changed
            threads.submit(this::round).get();
        } catch (ExecutionException failure) {
            LOG.warn("a round of moments of waves failed; the next one follows", failure.getCause());
        }
    }

    /** Does everything that is due. */
    void round() {
        OURS.forEach(task -> {
            Optional<Claim> claim;
            while ((claim = transaction.call(null, () -> tasks.claim(task))).isPresent()) {
                attend(claim.get());
            }
        });
    }

    private void attend(Claim claim) {
        try {
            transaction.run(claim.institution(), () -> steps.attend(claim));
        } catch (RuntimeException failure) {
            LOG.warnf("%s of wave %s failed (%s); trying again", claim.task(), claim.wave(), failure.getClass());
            transaction.run(null, () -> tasks.again(claim));
        }
    }
}
