package org.mentoringcommons.survey.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mentoringcommons.survey.institution.Institution;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.survey.invitation.Invitations;
import org.mentoringcommons.survey.invitation.Invitations.Invitation;
import org.mentoringcommons.survey.invitation.Unsettled;
import org.mentoringcommons.survey.page.Wording;
import org.mentoringcommons.survey.protocol.Consent;
import org.mentoringcommons.survey.protocol.ConsentReference;
import org.mentoringcommons.survey.protocol.Consents;
import org.mentoringcommons.survey.wave.Wave;
import org.mentoringcommons.survey.wave.WaveTasks;
import org.mentoringcommons.survey.wave.WaveTasks.Claim;
import org.mentoringcommons.survey.wave.Waves;
import org.mentoringcommons.survey.wave.Window;

/**
 * What is to be sent of a wave's mails and to whom, step by step; each step is a transaction of its own. Everybody is passed
 * in the order of their ids, whatever they have done.
 *
 * <p>Whose turn for the invitation has not come is known person by person, so it does not matter when somebody joins the
 * roster, leaves it or comes back. Whoever changes the roster asks for the task again before touching an invitation, and
 * each step here proves its claim to the task before reading one: so none is passed by an errand that was begun, and read
 * its addresses, before that person was there.
 */
@ApplicationScoped
class MailSteps {

    private static final Duration WHILE_SUSPENDED = Duration.ofHours(1);

    private final WaveTasks tasks;
    private final Waves waves;
    private final Mailings mailings;
    private final Institutions institutions;
    private final Invitations invitations;
    private final Unsettled unsettled;
    private final Consents consents;
    private final Clock clock;

    MailSteps(
            WaveTasks tasks,
            Waves waves,
            Mailings mailings,
            Institutions institutions,
            Invitations invitations,
            Unsettled unsettled,
            Consents consents,
            Clock clock) {
        this.tasks = tasks;
        this.waves = waves;
        this.mailings = mailings;
        this.institutions = institutions;
        this.invitations = invitations;
        this.unsettled = unsettled;
        this.consents = consents;
        this.clock = clock;
    }

    /** What is to be sent now; if nothing is, when to look again. */
    Optional<Errand> prepare(Claim claim) {
        if (!tasks.prolong(claim)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Wave wave = waves.find(claim.wave()).orElseThrow();
        Optional<Mailing> mailing = mailings.find(wave.protocol());
        if (mailing.isEmpty() || wave.stateAt(now) == Window.State.CLOSED) {
            tasks.done(claim);
            return Optional.empty();
        }
        if (institutions.notActive().containsKey(claim.institution())) {
            tasks.later(claim, now.plus(WHILE_SUSPENDED));
            return Optional.empty();
        }
        Institution institution = institutions.find(claim.institution()).orElseThrow();
        ZoneId zone = institution.timeZone();
        Consent inForce = consents.inForce(wave.protocol());
        Optional<Integer> due = notice(wave, inForce, now).or(() -> due(wave, mailing.get(), zone, now));
        if (due.isEmpty() || mailing.get().afterQuiet(now, zone).isAfter(now)) {
            waitFor(claim, wave, mailing.get(), zone, now);
            return Optional.empty();
        }
        return Optional.of(new Errand(
                wave.id(),
                wave.protocol(),
                wave.workshop(),
                wave.occasion(),
                due.get(),
                mailing.get(),
                wave.window().closesAt().minusMillis(1).atZone(zone).toLocalDate(),
                institution.alias(),
                institution.name(),
                zone,
                Wording.in(inForce.texts().get(0).language()),
                consents.taken(wave.protocol(), inForce.number()).stream()
                        .map(ConsentReference::version)
                        .collect(Collectors.toSet())));
    }

    /** If the text that people agreed to was replaced by one that says something else while they answered, and none was told. */
    private Optional<Integer> notice(Wave wave, Consent inForce, Instant now) {
        if (inForce.basis() == 1 || wave.stateAt(now) != Window.State.OPEN) {
            return Optional.empty();
        }
        Instant since = consents.of(wave.protocol()).get(inForce.basis() - 1).publishedAt();
        int round = Errand.NOTICES + inForce.basis();
        return since.isBefore(wave.window().opensAt())
                        || mailings.lock(wave.id(), round).done()
                ? Optional.empty()
                : Optional.of(round);
    }

    /** The last reminder that is due, if it is not done; what was missed before it is not made up for. Else invitations. */
    private Optional<Integer> due(Wave wave, Mailing mailing, ZoneId zone, Instant now) {
        int latest = -1;
        for (int round = 0; round < mailing.rounds(); round++) {
            if (!mailing.due(round, wave.window().opensAt(), zone).isAfter(now)) {
                latest = round;
            }
        }
        if (latest > 0 && !mailings.lock(wave.id(), latest).done()) {
            return Optional.of(latest);
        }
        return latest < 0 || !areLeft(wave) ? Optional.empty() : Optional.of(Errand.INVITATIONS);
    }

    private boolean areLeft(Wave wave) {
        return invitations.nextNotPassed(wave.id(), null).isPresent();
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

    /**
     * Passes whoever is next.
     *
     * @param last who was passed in this errand before; null at first
     * @param reachable of whom an address is known; who is not among them keeps the turn
     * @return empty if nobody is, or this is no more ours to do
     */
    Optional<Errand.Passed> pass(Claim claim, Errand errand, UUID last, Set<UUID> reachable) {
        if (!tasks.prolong(claim)) {
            return Optional.empty();
        }
        Wave wave = waves.find(errand.wave()).orElseThrow();
        Instant now = clock.instant();
        if (wave.stateAt(now) == Window.State.CLOSED) {
            tasks.done(claim);
            return Optional.empty();
        }
        Instant quietOver = errand.mailing().afterQuiet(now, errand.zone());
        if (quietOver.isAfter(now)) {
            tasks.later(claim, quietOver);
            return Optional.empty();
        }
        UUID before = errand.isOfInvitations()
                ? null
                : mailings.lock(errand.wave(), errand.round()).after();
        Optional<Invitation> next = errand.isOfInvitations()
                ? invitations.nextNotPassed(errand.wave(), last)
                : invitations.next(errand.wave(), before);
        if (next.isEmpty()) {
            end(claim, errand, wave, now);
        }
        return next.map(invited -> passed(errand, invited, before, reachable.contains(invited.participant())));
    }

    /**
     * Whoever was passed keeps the turn: the mail was certainly not taken.
     *
     * @param reach of {@link Refused.Reach#ONE_FOR_NOW} the reminders go on, only an invitation is tried again
     */
    void putBack(Claim claim, Errand errand, Errand.Passed passed, Refused.Reach reach) {
        if (!tasks.prolong(claim)) {
            // whoever has the task now, or had, went past; as when the roster changes, it is asked for again first
            tasks.schedule(claim.institution(), claim.wave(), claim.task(), clock.instant());
        }
        if (passed.first()) {
            invitations.putBack(passed.invitation());
        }
        if (!errand.isOfInvitations() && reach == Refused.Reach.EVERYBODY) {
            mailings.putBack(errand.wave(), errand.round(), passed.participant(), passed.before());
        }
    }

    private void end(Claim claim, Errand errand, Wave wave, Instant now) {
        if (!errand.isOfInvitations()) {
            mailings.done(errand.wave(), errand.round());
            if (errand.isNotice() || areLeft(wave)) {
                tasks.later(claim, now);
                return;
            }
        }
        waitFor(claim, wave, errand.mailing(), errand.zone(), now);
    }

    private Errand.Passed passed(Errand errand, Invitation invited, UUID before, boolean reachable) {
        UUID participant = invited.participant();
        if (errand.isNotice()) {
            mailings.pass(errand.wave(), errand.round(), participant);
            boolean write = reachable
                    && unsettled.answeredUnderAnother(errand.protocol(), errand.wave(), participant, errand.consents());
            return new Errand.Passed(invited.id(), participant, write, false, before);
        }
        boolean first = reachable && invitations.pass(invited.id());
        if (!errand.isOfInvitations()) {
            mailings.pass(errand.wave(), errand.round(), participant);
        }
        boolean write = reachable
                && (first || !errand.isOfInvitations())
                && !unsettled
                        .among(errand.protocol(), errand.wave(), Set.of(participant))
                        .isEmpty();
        return new Errand.Passed(invited.id(), participant, write, first, before);
    }
}
