package org.mentoringcommons.survey.mailing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.mentoringcommons.survey.institution.Institution;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.survey.invitation.InvitationLinks;
import org.mentoringcommons.survey.invitation.Invitations;
import org.mentoringcommons.survey.invitation.Rosters;
import org.mentoringcommons.survey.invitation.Unsettled;
import org.mentoringcommons.survey.page.Wording;
import org.mentoringcommons.survey.protocol.Consents;
import org.mentoringcommons.survey.wave.Wave;
import org.mentoringcommons.survey.wave.WaveTasks;
import org.mentoringcommons.survey.wave.WaveTasks.Claim;
import org.mentoringcommons.survey.wave.WaveTasks.Task;
import org.mentoringcommons.survey.wave.Waves;
import org.mentoringcommons.survey.wave.Window;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Sends what is due. Whoever is next is passed in a transaction of its own that also proves and prolongs the claim; only
 * then the mail goes out: a crash in between costs one person one mail, and nobody gets one twice.
 */
@ApplicationScoped
class MailRounds {

    private static final Logger LOG = Logger.getLogger(MailRounds.class);
    private static final Duration WHILE_SUSPENDED = Duration.ofHours(1);

    private final WaveTasks tasks;
    private final Waves waves;
    private final Mailings mailings;
    private final Institutions institutions;
    private final Invitations invitations;
    private final Unsettled unsettled;
    private final Rosters rosters;
    private final InvitationLinks links;
    private final Consents consents;
    private final Post post;
    private final TenantTransaction transaction;
    private final ExecutorService threads;
    private final Clock clock;

    MailRounds(
            WaveTasks tasks,
            Waves waves,
            Mailings mailings,
            Institutions institutions,
            Invitations invitations,
            Unsettled unsettled,
            Rosters rosters,
            InvitationLinks links,
            Consents consents,
            Post post,
            TenantTransaction transaction,
            ExecutorService threads,
            Clock clock) {
        this.tasks = tasks;
        this.waves = waves;
        this.mailings = mailings;
        this.institutions = institutions;
        this.invitations = invitations;
        this.unsettled = unsettled;
        this.rosters = rosters;
        this.links = links;
        this.consents = consents;
        this.post = post;
        this.transaction = transaction;
        this.threads = threads;
        this.clock = clock;
    }

    /** A round to be sent now. */
    private record Errand(
            UUID wave,
            UUID protocol,
            UUID workshop,
            int round,
            Mailing mailing,
            Window window,
            String alias,
            String institution,
            ZoneId zone,
            Wording wording) {}

    /** Somebody passed; {@code write} says whether a mail is due. */
    private record Next(UUID invitation, UUID participant, boolean write) {}

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
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
            Optional<Errand> errand = transaction.call(claim.institution(), () -> prepare(claim));
            if (errand.isEmpty()) {
                return;
            }
            if (!post.isThere()) {
                throw new IOException("the mail server is away");
            }
            Map<UUID, String> addresses =
                    rosters.addresses(errand.get().alias(), errand.get().workshop());
            Optional<Next> next;
            while ((next = transaction.call(claim.institution(), () -> pass(claim, errand.get()))).isPresent()) {
                write(claim, errand.get(), next.get(), addresses);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            // no message of a failure of mail: it may name an address
            LOG.warnf(
                    "mails of wave %s: %s; trying again",
                    claim.wave(), failure.getClass().getSimpleName());
            transaction.run(null, () -> tasks.again(claim));
        }
    }

    /** What is to be sent now; if nothing is, when to look again. */
    private Optional<Errand> prepare(Claim claim) {
        Instant now = clock.instant();
        Wave wave = waves.find(claim.wave()).orElseThrow();
        Optional<Mailing> mailing = mailings.find(wave.protocol());
        Window.State state = wave.window().at(now);
        if (mailing.isEmpty() || state == Window.State.CLOSED) {
            tasks.done(claim);
            return Optional.empty();
        }
        if (institutions.notActive().containsKey(claim.institution())) {
            tasks.later(claim, now.plus(WHILE_SUSPENDED));
            return Optional.empty();
        }
        Institution institution = institutions.find(claim.institution()).orElseThrow();
        Optional<Integer> due = latestDue(wave, mailing.get(), institution.timeZone(), now);
        Instant quietOver = mailing.get().afterQuiet(now, institution.timeZone());
        if (due.isEmpty() || quietOver.isAfter(now)) {
            waitFor(claim, wave, mailing.get(), institution.timeZone(), now);
            return Optional.empty();
        }
        String language = consents.inForce(wave.protocol()).texts().get(0).language();
        return Optional.of(new Errand(
                wave.id(),
                wave.protocol(),
                wave.workshop(),
                due.get(),
                mailing.get(),
                wave.window(),
                institution.alias(),
                institution.name(),
                institution.timeZone(),
                Wording.in(language)));
    }

    /** The last round that is due and not done; what was missed before it is not made up for. */
    private Optional<Integer> latestDue(Wave wave, Mailing mailing, ZoneId zone, Instant now) {
        int latest = -1;
        for (int round = 0; round < mailing.rounds(); round++) {
            if (!mailing.due(round, wave.window().opensAt(), zone).isAfter(now)) {
                latest = round;
            }
        }
        return latest < 0 || mailings.lock(wave.id(), latest).done() ? Optional.empty() : Optional.of(latest);
    }

    private void waitFor(Claim claim, Wave wave, Mailing mailing, ZoneId zone, Instant now) {
        Optional<Instant> next = IntStream.range(0, mailing.rounds())
                .mapToObj(round -> mailing.due(round, wave.window().opensAt(), zone))
                .filter(due -> due.isAfter(now))
                .findFirst();
        Instant quietOver = mailing.afterQuiet(now, zone);
        if (quietOver.isAfter(now)) {
            tasks.later(claim, quietOver);
        } else if (next.isPresent() && next.get().isBefore(wave.window().closesAt())) {
            tasks.later(claim, next.get());
        } else {
            tasks.done(claim);
        }
    }

    /** Passes whoever is next; empty if nobody is, or this is no more ours to do. */
    private Optional<Next> pass(Claim claim, Errand errand) {
        Mailings.Progress progress = mailings.lock(errand.wave(), errand.round());
        Wave wave = waves.find(errand.wave()).orElseThrow();
        Instant now = clock.instant();
        if (progress.done() || !tasks.prolong(claim)) {
            return Optional.empty();
        }
        if (wave.window().at(now) == Window.State.CLOSED) {
            tasks.done(claim);
            return Optional.empty();
        }
        Instant quietOver = errand.mailing().afterQuiet(now, errand.zone());
        if (quietOver.isAfter(now)) {
            tasks.later(claim, quietOver);
            return Optional.empty();
        }
        Optional<Invitations.Invitation> invited = invitations.next(errand.wave(), progress.after());
        if (invited.isEmpty()) {
            mailings.done(errand.wave(), errand.round());
            waitFor(claim, wave, errand.mailing(), errand.zone(), now);
            return Optional.empty();
        }
        UUID participant = invited.get().participant();
        mailings.pass(errand.wave(), errand.round(), participant);
        boolean write = !unsettled
                .among(errand.protocol(), errand.wave(), Set.of(participant))
                .isEmpty();
        return Optional.of(new Next(invited.get().id(), participant, write));
    }

    private void write(Claim claim, Errand errand, Next next, Map<UUID, String> addresses) {
        String address = addresses.get(next.participant());
        if (!next.write() || address == null) {
            return;
        }
        URI link = links.address(links.token(claim.institution(), next.invitation()));
        post.send(
                address,
                Letter.of(
                        errand.round() > 0,
                        errand.wording(),
                        errand.institution(),
                        errand.window()
                                .closesAt()
                                .minusMillis(1)
                                .atZone(errand.zone())
                                .toLocalDate(),
                        link));
    }
}
