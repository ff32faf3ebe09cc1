package org.mentoringcommons.survey.invitation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.mentoringcommons.survey.invitation.InvitationSteps.Errand;
import org.mentoringcommons.survey.wave.PendingWaves;
import org.mentoringcommons.survey.wave.PendingWaves.Claim;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Looks after waves that wait: opens them if they could not be opened yet, and invites the people of the workshop's
 * roster, or whoever facilitates it. What is to be done stands in the database, so it survives a restart and is done by one
 * instance at a time; what fails is tried again with growing pauses until the wave closes. Who was erased from the roster is
 * asked for about a month longer, less and less often.
 */
@ApplicationScoped
class InvitationRounds {

    private static final Logger LOG = Logger.getLogger(InvitationRounds.class);

    private final PendingWaves pending;
    private final InvitationSteps steps;
    private final Rosters rosters;
    private final TenantTransaction transaction;
    private final ExecutorService threads;
    private final Scheduler scheduler;

    InvitationRounds(
            PendingWaves pending,
            InvitationSteps steps,
            Rosters rosters,
            TenantTransaction transaction,
            ExecutorService threads,
            Scheduler scheduler) {
        this.pending = pending;
        this.steps = steps;
        this.rosters = rosters;
        this.transaction = transaction;
        this.threads = threads;
        this.scheduler = scheduler;
    }

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
        Optional<Errand> errand = Optional.empty();
        try {
            errand = transaction.call(claim.institution(), () -> steps.prepare(claim));
            if (errand.isPresent()) {
                invite(claim, errand.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            LOG.warnf("workshop %s: %s; trying again", claim.workshop(), failure.getMessage());
            Optional<Errand> failed = errand;
            transaction.run(
                    null, () -> failed.ifPresentOrElse(begun -> steps.again(claim, begun), () -> steps.again(claim)));
        }
    }

    private void invite(Claim claim, Errand errand) throws IOException, InterruptedException {
        if (errand.asksForRoster()) {
            Roster roster = rosters.of(errand.alias(), claim.workshop());
            transaction.run(claim.institution(), () -> {
                steps.invite(claim, errand, roster);
                steps.forget(claim, roster);
            });
        }
        if (errand.ofFacilitators().isPresent()) {
            UUID wave = errand.ofFacilitators().get();
            List<UUID> facilitators = rosters.facilitators(errand.alias(), claim.workshop());
            transaction.run(claim.institution(), () -> steps.inviteFacilitators(claim, wave, facilitators));
        }
        transaction.run(claim.institution(), () -> steps.end(claim, errand));
    }
}
