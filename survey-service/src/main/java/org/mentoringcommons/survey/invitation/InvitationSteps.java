package org.mentoringcommons.survey.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/** What is to be done for a workshop's waves, step by step; each step is a transaction of its own, and can be repeated. */
@ApplicationScoped
class InvitationSteps {

    private static final int LONGEST_PAUSE_DOUBLINGS = 8; // about four minutes
    private static final int LONGEST_DOUBLINGS_WHEN_OVER = 16; // about eighteen hours
    /** With a wave that is over all that is left to learn is who was erased: so long, and so often, that is asked for. */
    private static final Duration PATIENCE_WHEN_OVER = Duration.ofDays(30);

    private static final int ATTEMPTS_WHEN_OVER = 40;
    private static final Logger LOG = Logger.getLogger(InvitationSteps.class);

    private final PendingWaves pending;
    private final Workshops workshops;
    private final Institutions institutions;
    private final WaveOpening opening;
    private final Waves waves;
    private final Invitations invitations;
    private final Forgetting forgetting;
    private final WaveTasks tasks;
    private final Clock clock;

    InvitationSteps(
            PendingWaves pending,
            Workshops workshops,
            Institutions institutions,
            WaveOpening opening,
            Waves waves,
            Invitations invitations,
            Forgetting forgetting,
            WaveTasks tasks,
            Clock clock) {
        this.pending = pending;
        this.workshops = workshops;
        this.institutions = institutions;
        this.opening = opening;
        this.waves = waves;
        this.invitations = invitations;
        this.forgetting = forgetting;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Whom to ask for whom.
     *
     * @param ofRoster waves for which the roster is newer than what was invited
     * @param ofFacilitators the one for whoever facilitates
     * @param erasures whether somebody may have been erased from the roster since
     * @param over whether all waves are over
     */
    record Errand(String alias, List<UUID> ofRoster, Optional<UUID> ofFacilitators, boolean erasures, boolean over) {

        boolean asksForRoster() {
            return erasures || !ofRoster.isEmpty();
        }

        boolean isNone() {
            return !asksForRoster() && ofFacilitators.isEmpty();
        }
    }

    /** Opens the wave if need be; empty if there is nobody to invite or to forget now. */
    Optional<Errand> prepare(Claim claim) {
        Optional<Institution> institution = institutions.find(claim.institution());
        if (institution.isEmpty()) {
            again(claim);
            return Optional.empty();
        }
        Optional<Workshop> workshop = workshops.find(claim.workshop());
        workshop.flatMap(opening::open);
        List<Wave> all = waves.ofWorkshop(claim.workshop());
        List<Wave> open = all.stream()
                .filter(wave -> wave.stateAt(clock.instant()) != Window.State.CLOSED)
                .toList();
        List<UUID> ofRoster = open.stream()
                .filter(wave -> workshop.filter(wave::isBehind).isPresent())
                .map(Wave::id)
                .toList();
        Optional<UUID> ofFacilitators =
                open.stream().filter(Wave::asksItsFacilitators).map(Wave::id).findFirst();
        boolean erasures =
                !all.isEmpty() && workshop.filter(Workshop::mayHaveErasures).isPresent();
        Errand errand = new Errand(institution.get().alias(), ofRoster, ofFacilitators, erasures, open.isEmpty());
        if (errand.isNone()) {
            pending.done(claim);
            return Optional.empty();
        }
        if (errand.over() && claim.attempts() > ATTEMPTS_WHEN_OVER && areLongOver(all)) {
            LOG.warnf("workshop %s: its roster cannot be read; given up until it changes", claim.workshop());
            pending.done(claim);
            return Optional.empty();
        }
        return Optional.of(errand);
    }

    private boolean areLongOver(List<Wave> waves) {
        Instant longAgo = clock.instant().minus(PATIENCE_WHEN_OVER);
        return waves.stream().allMatch(wave -> wave.window().closesAt().isBefore(longAgo));
    }

    /** Another round may have overtaken this one since it asked for the roster: what is older than invited changes nothing. */
    void invite(Claim claim, Errand errand, Roster roster) {
        for (UUID id : errand.ofRoster()) { // by id, so that two rounds do not wait for each other
            Wave wave = waves.lock(id).orElseThrow();
            if (!wave.isAheadOf(roster.revision())) {
                invite(claim, wave, roster.ids());
                wave.invited(roster.ids().size(), roster.revision());
                opening.announce(wave);
            }
        }
    }

    /** Whoever was erased from the roster has no invitation any more, also to waves that are over. Done again, it is done. */
    void forget(Claim claim, Roster roster) {
        if (roster.tellsErasures()) {
            roster.erased().forEach(forgetting::erased);
            workshops.erasuresRead(claim.workshop(), roster.revision());
        }
    }

    /** A list of facilitators has no number; of one that was asked for before something changed again nothing is kept. */
    void inviteFacilitators(Claim claim, UUID id, List<UUID> facilitators) {
        if (!pending.holds(claim)) {
            return;
        }
        Wave wave = waves.lock(id).orElseThrow();
        invite(claim, wave, facilitators);
        if (!wave.hasInvited(facilitators.size())) {
            opening.announce(wave);
        }
    }

    /** Nothing is left, unless the roster was an older one than was announced. */
    void end(Claim claim, Errand errand) {
        Workshop workshop = workshops.find(claim.workshop()).orElseThrow();
        List<Wave> all = waves.ofWorkshop(workshop.id());
        boolean behind = all.stream()
                .anyMatch(wave -> wave.isBehind(workshop) && wave.stateAt(clock.instant()) != Window.State.CLOSED);
        if (behind || !all.isEmpty() && workshop.mayHaveErasures()) {
            again(claim, errand);
        } else {
            pending.done(claim);
        }
    }

    /** After a pause that grows. */
    void again(Claim claim) {
        again(claim, LONGEST_PAUSE_DOUBLINGS);
    }

    /** As {@link #again(Claim)}; if all waves are over, the pause grows on. */
    void again(Claim claim, Errand errand) {
        again(claim, errand.over() ? LONGEST_DOUBLINGS_WHEN_OVER : LONGEST_PAUSE_DOUBLINGS);
    }

    private void again(Claim claim, int longestDoublings) {
        pending.later(claim, Duration.ofSeconds(1L << Math.min(claim.attempts() - 1, longestDoublings)));
    }

    private void invite(Claim claim, Wave wave, Collection<UUID> people) {
        // first, and whoever has joined: who sends mails now stops, reads the addresses anew and finds everybody
        tasks.schedule(
                claim.institution(), wave.id(), Task.REMIND, wave.window().opensAt());
        invitations.invite(wave.id(), people);
    }
}
