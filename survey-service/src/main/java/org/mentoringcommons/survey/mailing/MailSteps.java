package org.mentoringcommons.survey.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mentoringcommons.survey.institution.Institution;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.survey.invitation.Invitations;
import org.mentoringcommons.survey.invitation.Invitations.Invitation;
import org.mentoringcommons.survey.mailing.Places.Place;
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
 * What is to be sent of a wave's mails and to whom, step by step; each step is a transaction of its own. Everybody is passed,
 * whatever they have done; what is kept of it names nobody ({@link Places}).
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
    private final Places places;
    private final Institutions institutions;
    private final Invitations invitations;
    private final Turns turns;
    private final Consents consents;
    private final Clock clock;

    MailSteps(
            WaveTasks tasks,
            Waves waves,
            Mailings mailings,
            Places places,
            Institutions institutions,
            Invitations invitations,
            Turns turns,
            Consents consents,
            Clock clock) {
        this.tasks = tasks;
        this.waves = waves;
        this.mailings = mailings;
        this.places = places;
        this.institutions = institutions;
        this.invitations = invitations;
        this.turns = turns;
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
        int notices = Errand.NOTICES + inForce.basis();
        Optional<Mailings.Progress> told = told(wave, inForce, now);
        List<Invitation> everybody = invitations.ofWave(wave.id());
        List<Place> invitedAgain = again(wave, Errand.INVITATIONS, everybody);
        List<Place> toldAgain =
                told.filter(Mailings.Progress::done).isPresent() ? again(wave, notices, everybody) : List.of();
        boolean again = !invitedAgain.isEmpty() || !toldAgain.isEmpty();
        Optional<Integer> due = told.filter(progress -> !progress.done())
                .map(begun -> notices)
                .or(() -> due(wave, mailing.get(), zone, now, again));
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
                due.get() == Errand.INVITATIONS ? List.of() : places.of(wave.id(), due.get(), everybody),
                invitedAgain,
                toldAgain,
                mailing.get(),
                wave.window().closesAt().minusMillis(1).atZone(zone).toLocalDate(),
                institution.alias(),
                institution.name(),
                zone,
                Wording.in(inForce.texts().get(0).language()),
                new Errand.Consents(
                        notices,
                        consents.taken(wave.protocol(), inForce.number()).stream()
                                .map(ConsentReference::version)
                                .collect(Collectors.toSet()))));
    }

    private List<Place> again(Wave wave, int round, List<Invitation> everybody) {
        Set<UUID> waiting = mailings.again(wave.id(), round);
        return waiting.isEmpty()
                ? List.of()
                : places.of(wave.id(), round, everybody).stream()
                        .filter(place -> waiting.contains(place.code()))
                        .toList();
    }

    /** How far people were told, if the text they agreed to was replaced by one that says something else while they answered. */
    private Optional<Mailings.Progress> told(Wave wave, Consent inForce, Instant now) {
        if (inForce.basis() == 1 || wave.stateAt(now) != Window.State.OPEN) {
            return Optional.empty();
        }
        Instant since = consents.of(wave.protocol()).get(inForce.basis() - 1).publishedAt();
        return since.isBefore(wave.window().opensAt())
                ? Optional.empty()
                : Optional.of(mailings.lock(wave.id(), Errand.NOTICES + inForce.basis()));
    }

    /**
     * The last reminder that is due, if it is not done; what was missed before it is not made up for. Else invitations, and
     * after them whatever is to be tried again.
     */
    private Optional<Integer> due(Wave wave, Mailing mailing, ZoneId zone, Instant now, boolean again) {
        int latest = -1;
        for (int round = 0; round < mailing.rounds(); round++) {
            if (!mailing.due(round, wave.window().opensAt(), zone).isAfter(now)) {
                latest = round;
            }
        }
        if (latest > 0 && !mailings.lock(wave.id(), latest).done()) {
            return Optional.of(latest);
        }
        return latest < 0 || !again && !areLeft(wave) ? Optional.empty() : Optional.of(Errand.INVITATIONS);
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
    Optional<Errand.Passed> pass(Claim claim, Errand errand, Errand.Passed last, Set<UUID> reachable) {
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
        Optional<Errand.Passed> next = turns.next(errand, last, reachable);
        if (next.isEmpty()) {
            end(claim, errand, wave, now);
        }
        return next;
    }

    /**
     * Whoever was passed keeps the turn: the mail was certainly not taken.
     *
     * @param reach of {@link Refused.Reach#ONE_FOR_NOW} the reminders go on, only an invitation and a notice are tried again
     */
    void putBack(Claim claim, Errand errand, Errand.Passed passed, Refused.Reach reach) {
        if (!tasks.prolong(claim)) {
            // whoever has the task now, or had, went past; as when the roster changes, it is asked for again first
            tasks.schedule(claim.institution(), claim.wave(), claim.task(), clock.instant());
        }
        turns.putBack(errand, passed, reach);
    }

    private void end(Claim claim, Errand errand, Wave wave, Instant now) {
        if (!errand.isOfInvitations()) {
            mailings.done(errand.wave(), errand.round());
            tasks.later(claim, now); // there may be others
            return;
        }
        waitFor(claim, wave, errand.mailing(), errand.zone(), now);
    }
}
