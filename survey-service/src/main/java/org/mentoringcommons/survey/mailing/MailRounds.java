package org.mentoringcommons.survey.mailing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.mentoringcommons.survey.invitation.InvitationLinks;
import org.mentoringcommons.survey.invitation.Rosters;
import org.mentoringcommons.survey.wave.WaveTasks;
import org.mentoringcommons.survey.wave.WaveTasks.Claim;
import org.mentoringcommons.survey.wave.WaveTasks.Task;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Sends what is due. Whoever is next is passed in a transaction of its own that also proves and prolongs the claim; only
 * then the mail goes out: a crash in between costs one person one mail, and nobody gets one twice. A mail that was
 * {@link Refused} costs nobody anything: the turn comes again.
 */
@ApplicationScoped
class MailRounds {

    private static final Logger LOG = Logger.getLogger(MailRounds.class);

    private final WaveTasks tasks;
    private final MailSteps steps;
    private final Rosters rosters;
    private final InvitationLinks links;
    private final Post post;
    private final TenantTransaction transaction;
    private final ExecutorService threads;

    MailRounds(
            WaveTasks tasks,
            MailSteps steps,
            Rosters rosters,
            InvitationLinks links,
            Post post,
            TenantTransaction transaction,
            ExecutorService threads) {
        this.tasks = tasks;
        this.steps = steps;
        this.rosters = rosters;
        this.links = links;
        this.post = post;
        this.transaction = transaction;
        this.threads = threads;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() throws InterruptedException {
        try {
            // a scheduled method has a request context of its own, in which no institution could be changed
            threads.submit(this::round).get();
        } catch (ExecutionException failure) {
            LOG.warn("a round of mails failed; the next one follows", failure.getCause());
        }
    }

    /** Sends everything that is due. */
    void round() {
        Optional<Claim> claim;
        while ((claim = transaction.call(null, () -> tasks.claim(Task.REMIND))).isPresent()) {
            attend(claim.get());
        }
    }

    private void attend(Claim claim) {
        try {
            Optional<Errand> errand = transaction.call(claim.institution(), () -> steps.prepare(claim));
            if (errand.isEmpty()) {
                return;
            }
            if (!post.isThere()) {
                throw new IOException("the mail server is away");
            }
            Map<UUID, String> addresses = addresses(errand.get());
            Errand.Passed last = null;
            Optional<Refused> toTryAgain = Optional.empty();
            Optional<Errand.Passed> next;
            while ((next = next(claim, errand.get(), last, addresses, toTryAgain)).isPresent()) {
                try {
                    write(claim, errand.get(), next.get(), addresses);
                } catch (Refused refused) {
                    if (keepsTurn(claim, errand.get(), next.get(), refused)) {
                        toTryAgain = Optional.of(refused);
                    }
                }
                last = next.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            // no message of a failure of mail: it may name an address
            LOG.warnf(
                    "mails of wave %s: %s; trying again",
                    claim.wave(), failure.getClass().getSimpleName());
            boolean few = failure instanceof Refused refused && refused.reach() == Refused.Reach.ONE_FOR_NOW;
            transaction.run(null, () -> {
                if (few) {
                    tasks.againForFew(claim);
                } else {
                    tasks.again(claim);
                }
            });
        }
    }

    private Map<UUID, String> addresses(Errand errand) throws IOException, InterruptedException {
        return errand.occasion().asksParticipants()
                ? rosters.addresses(errand.alias(), errand.workshop())
                : rosters.addressesOfFacilitators(errand.alias(), errand.workshop());
    }

    /** Who is next; as nobody is, the task is not at its end while somebody's turn is to come again. */
    private Optional<Errand.Passed> next(
            Claim claim, Errand errand, Errand.Passed last, Map<UUID, String> addresses, Optional<Refused> toTryAgain) {
        return transaction.call(claim.institution(), () -> {
            Optional<Errand.Passed> next = steps.pass(claim, errand, last, addresses.keySet());
            if (next.isEmpty() && toTryAgain.isPresent()) {
                throw toTryAgain.get();
            }
            return next;
        });
    }

    /** @return whether the turn comes again, later, while the others go on @throws Refused if nobody is to go on */
    private boolean keepsTurn(Claim claim, Errand errand, Errand.Passed passed, Refused refused) {
        if (refused.reach() == Refused.Reach.ONE_FOR_GOOD) {
            LOG.warnf("mails of wave %s: an address is %s; passed over", claim.wave(), refused.getMessage());
            return false;
        }
        transaction.run(claim.institution(), () -> steps.putBack(claim, errand, passed, refused.reach()));
        if (refused.reach() == Refused.Reach.EVERYBODY) {
            throw refused;
        }
        return passed.kind().isInvitation() || passed.kind() == Errand.Kind.NOTICE_AGAIN;
    }

    private void write(Claim claim, Errand errand, Errand.Passed passed, Map<UUID, String> addresses) {
        if (!passed.write()) {
            return;
        }
        URI link =
                links.address(links.token(claim.institution(), passed.invited().id()));
        String address = addresses.get(passed.invited().participant());
        post.send(address, Letter.of(passed.kind(), errand, link));
    }
}
