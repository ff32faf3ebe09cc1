package org.mentoringcommons.survey.closing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.mentoringcommons.survey.draft.Drafts;
import org.mentoringcommons.survey.response.GivenAnswers;
import org.mentoringcommons.survey.response.Responses;
import org.mentoringcommons.survey.response.UnfinishedAnswers;
import org.mentoringcommons.survey.wave.Wave;
import org.mentoringcommons.survey.wave.WaveOpening;
import org.mentoringcommons.survey.wave.WaveOver;
import org.mentoringcommons.survey.wave.WaveTasks;
import org.mentoringcommons.survey.wave.WaveTasks.Claim;
import org.mentoringcommons.survey.wave.WaveTasks.Task;
import org.mentoringcommons.survey.wave.Waves;
import org.mentoringcommons.survey.wave.Window;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Finishes waves whose time is over, each once: the wave's row says whether it was done, in the same transaction that
 * tells it. That it is closed does not depend on it: that is a matter of time alone.
 */
@ApplicationScoped
class WaveClosing {

    private static final Logger LOG = Logger.getLogger(WaveClosing.class);

    private final WaveTasks tasks;
    private final Waves waves;
    private final WaveOpening opening;
    private final GivenAnswers given;
    private final UnfinishedAnswers unfinished;
    private final Drafts drafts;
    private final Responses responses;
    private final TenantTransaction transaction;
    private final ExecutorService threads;
    private final Event<WaveOver> over;
    private final Clock clock;

    WaveClosing(
            WaveTasks tasks,
            Waves waves,
            WaveOpening opening,
            GivenAnswers given,
            UnfinishedAnswers unfinished,
            Drafts drafts,
            Responses responses,
            TenantTransaction transaction,
            ExecutorService threads,
            Event<WaveOver> over,
            Clock clock) {
        this.tasks = tasks;
        this.waves = waves;
        this.opening = opening;
        this.given = given;
        this.unfinished = unfinished;
        this.drafts = drafts;
        this.responses = responses;
        this.transaction = transaction;
        this.threads = threads;
        this.over = over;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() throws InterruptedException {
        try {
            // a scheduled method has a request context of its own, in which no institution could be changed
            threads.submit(this::round).get();
        } catch (ExecutionException failure) {
            LOG.warn("a round of closing failed; the next one follows", failure.getCause());
        }
    }

    /** Finishes every wave that is due. */
    void round() {
        Optional<Claim> claim;
        while ((claim = transaction.call(null, () -> tasks.claim(Task.CLOSE))).isPresent()) {
            Claim held = claim.get();
            try {
                transaction.run(held.institution(), () -> finish(held));
            } catch (RuntimeException failure) {
                LOG.warnf("wave %s could not be finished (%s); trying again", held.wave(), failure.getClass());
                transaction.run(null, () -> tasks.again(held));
            }
        }
    }

    private void finish(Claim claim) {
        Wave wave = waves.lock(claim.wave()).orElseThrow();
        if (wave.window().at(clock.instant()) != Window.State.CLOSED) {
            tasks.later(claim, wave.window().closesAt().plus(WaveOpening.GRACE)); // it was extended
            return;
        }
        if (!wave.isClosed()) {
            given.holdBack(wave.protocol()); // whoever was let in before the end is waited for
            unfinished.take(wave);
            drafts.deleteAll(wave.id());
            responses.mingle(wave.id());
            int responded = Math.toIntExact(responses.of(List.of(wave.id())).getOrDefault(wave.id(), 0L));
            wave.closed(responded);
            opening.announce(wave);
            over.fire(new WaveOver(wave, responded));
        }
        tasks.done(claim);
    }
}
