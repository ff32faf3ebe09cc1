package org.mentoringcommons.survey.invitation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.mentoringcommons.survey.institution.Institution;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.survey.wave.PendingWaves;
import org.mentoringcommons.survey.wave.PendingWaves.Claim;
import org.mentoringcommons.survey.wave.Wave;
import org.mentoringcommons.survey.wave.WaveOpening;
import org.mentoringcommons.survey.wave.WaveTasks;
import org.mentoringcommons.survey.wave.WaveTasks.Task;
import org.mentoringcommons.survey.wave.Waves;
import org.mentoringcommons.survey.wave.Window;
import org.mentoringcommons.survey.workshop.Workshop;
import org.mentoringcommons.survey.workshop.Workshops;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Looks after waves that wait: opens them if they could not be opened yet, and invites the people of the workshop's
 * roster. What is to be done stands in the database, so it survives a restart and is done by one instance at a time;
 * what fails is tried again with growing pauses until the wave closes.
 */
@ApplicationScoped
class InvitationRounds {

    private static final Logger LOG = Logger.getLogger(InvitationRounds.class);
    private static final int LONGEST_PAUSE_DOUBLINGS = 8; // about four minutes

    private final PendingWaves pending;
    private final Workshops workshops;
    private final Institutions institutions;
    private final WaveOpening opening;
    private final Waves waves;
    private final Rosters rosters;
    private final Invitations invitations;
    private final WaveTasks tasks;
    private final TenantTransaction transaction;
    private final ExecutorService threads;
    private final Scheduler scheduler;
    private final Clock clock;

    InvitationRounds(
            PendingWaves pending,
            Workshops workshops,
            Institutions institutions,
            WaveOpening opening,
            Waves waves,
            Rosters rosters,
            Invitations invitations,
            WaveTasks tasks,
            TenantTransaction transaction,
            ExecutorService threads,
            Scheduler scheduler,
            Clock clock) {
        this.pending = pending;
        this.workshops = workshops;
        this.institutions = institutions;
        this.opening = opening;
        this.waves = waves;
        this.rosters = rosters;
        this.invitations = invitations;
        this.tasks = tasks;
        this.transaction = transaction;
        this.threads = threads;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Whom to ask for which roster. */
    private record Errand(String alias, List<UUID> waves) {}

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() throws InterruptedException {
        try {
            // a scheduled method has a request context of its own, in which no institution could be changed
            threads.submit(this::round).get();
        } catch (ExecutionException failure) {
            LOG.warn("a round of invitations failed; the next one follows", failure.getCause());
        }
    }

    void onAdded(@Observes(during = TransactionPhase.AFTER_SUCCESS) PendingWaves.Added added) {
        if (scheduler.isRunning()) {
            threads.execute(this::promptly); // the schedule would come to it as well, up to a second later
        }
    }

    private void promptly() {
        try {
            round();
        } catch (RuntimeException failure) {
            LOG.warn("a round of invitations failed; the schedule repeats it", failure);
        }
    }

    /** Does everything that is due now. */
    void round() {
        Optional<Claim> claim;
        while ((claim = transaction.call(null, pending::claim)).isPresent()) {
            attend(claim.get());
        }
    }

    private void attend(Claim claim) {
        try {
            Optional<Errand> errand = transaction.call(claim.institution(), () -> prepare(claim));
            if (errand.isPresent()) {
                Roster roster = rosters.of(errand.get().alias(), claim.workshop());
                transaction.run(claim.institution(), () -> invite(claim, errand.get(), roster));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            LOG.warnf("workshop %s: %s; trying again", claim.workshop(), failure.getMessage());
            transaction.run(null, () -> pending.later(claim, pauseAfter(claim.attempts())));
        }
    }

    /** Opens the wave if need be; empty if there is nobody to invite now. */
    private Optional<Errand> prepare(Claim claim) {
        Optional<Institution> institution = institutions.find(claim.institution());
        if (institution.isEmpty()) {
            pending.later(claim, pauseAfter(claim.attempts()));
            return Optional.empty();
        }
        Optional<Workshop> workshop = workshops.find(claim.workshop());
        workshop.flatMap(opening::open);
        List<UUID> behind = workshop.stream()
                .flatMap(held ->
                        waves.ofWorkshop(held.id()).stream().filter(wave -> wave.isBehind(held) && !isClosed(wave)))
                .map(Wave::id)
                .toList();
        if (!behind.isEmpty()) {
            return Optional.of(new Errand(institution.get().alias(), behind));
        }
        pending.done(claim);
        return Optional.empty();
    }

    private void invite(Claim claim, Errand errand, Roster roster) {
        Workshop workshop = workshops.find(claim.workshop()).orElseThrow();
        boolean behind = false;
        for (UUID id : errand.waves()) { // by id, so that two rounds do not wait for each other
            Wave wave = waves.lock(id).orElseThrow();
            if (!wave.isAheadOf(roster.revision())) { // another round may have overtaken this one since it asked
                // first, and whoever has joined: who sends mails now stops, reads the roster anew and finds everybody
                tasks.schedule(
                        claim.institution(), id, Task.REMIND, wave.window().opensAt());
                invitations.invite(wave.id(), roster.ids());
                wave.invited(roster.ids().size(), roster.revision());
                opening.announce(wave);
            }
            behind |= wave.isBehind(workshop);
        }
        if (behind) {
            pending.later(claim, pauseAfter(claim.attempts())); // an older roster than was announced
        } else {
            pending.done(claim);
        }
    }

    private boolean isClosed(Wave wave) {
        return wave.stateAt(clock.instant()) == Window.State.CLOSED;
    }

    private static Duration pauseAfter(int attempts) {
        return Duration.ofSeconds(1L << Math.min(attempts - 1, LONGEST_PAUSE_DOUBLINGS));
    }
}
