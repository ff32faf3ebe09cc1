package org.mentoringcommons.survey.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.survey.invitation.Invitations;
import org.mentoringcommons.survey.invitation.Invitations.Invitation;
import org.mentoringcommons.survey.invitation.Unsettled;
import org.mentoringcommons.survey.mailing.Errand.Kind;
import org.mentoringcommons.survey.mailing.Places.Place;

/**
 * Whose turn comes next in an errand, what that person is written, and what becomes of the turn if the mail is refused. What
 * is kept of it tells nothing of what anybody has done: nothing beside a person moves twice.
 */
@ApplicationScoped
class Turns {

    private final Mailings mailings;
    private final Places places;
    private final Invitations invitations;
    private final Unsettled unsettled;

    Turns(Mailings mailings, Places places, Invitations invitations, Unsettled unsettled) {
        this.mailings = mailings;
        this.places = places;
        this.invitations = invitations;
        this.unsettled = unsettled;
    }

    /** Passes whoever is next after the last one, null at first; empty if nobody is. */
    Optional<Errand.Passed> next(Errand errand, Errand.Passed last, Set<UUID> reachable) {
        return errand.isOfInvitations() && last != null && last.kind().isAgain()
                ? again(errand, last, reachable)
                : inTurn(errand, last, reachable).or(() -> again(errand, null, reachable));
    }

    /** The mail was certainly not taken: the turn is to come again, but for a reminder that one mailbox has no room for. */
    void putBack(Errand errand, Errand.Passed passed, Refused.Reach reach) {
        if (passed.kind().isInvitation()) {
            UUID place = places.of(errand.wave(), Errand.INVITATIONS, passed.invited())
                    .code();
            mailings.tryAgain(errand.wave(), Errand.INVITATIONS, place);
        } else if (passed.kind() == Kind.NOTICE_AGAIN
                || passed.kind() == Kind.NOTICE && reach == Refused.Reach.ONE_FOR_NOW) {
            mailings.tryAgain(errand.wave(), errand.consents().notices(), passed.place());
        } else if (reach == Refused.Reach.EVERYBODY) {
            mailings.putBack(errand.wave(), errand.round(), passed.place(), passed.before());
        }
    }

    private Optional<Errand.Passed> inTurn(Errand errand, Errand.Passed last, Set<UUID> reachable) {
        if (errand.isOfInvitations()) {
            UUID after = last == null ? null : last.invited().participant();
            return invitations
                    .nextNotPassed(errand.wave(), after)
                    .map(invited -> passed(errand, invited, null, null, reachable));
        }
        UUID before = mailings.lock(errand.wave(), errand.round()).after();
        Optional<Place> next = errand.next(before);
        next.ifPresent(place -> mailings.pass(errand.wave(), errand.round(), place.code()));
        return next.map(place -> errand.isNotice()
                ? notice(errand, place, Kind.NOTICE, before, reachable)
                : passed(errand, place.invited(), place.code(), before, reachable));
    }

    /** After all invitations: those that were refused, then notices that were. */
    private Optional<Errand.Passed> again(Errand errand, Errand.Passed last, Set<UUID> reachable) {
        if (!errand.isOfInvitations()) {
            return Optional.empty();
        }
        UUID after = last == null ? null : last.place();
        boolean notices = last != null && last.kind() == Kind.NOTICE_AGAIN;
        Optional<Place> invitation = notices ? Optional.empty() : errand.nextInvitedAgain(after);
        if (invitation.isPresent()) {
            return invitation.map(place -> invitedAgain(errand, place.invited(), null, null, reachable));
        }
        Optional<Place> notice = errand.nextToldAgain(notices ? after : null);
        notice.ifPresent(
                place -> mailings.passAgain(errand.wave(), errand.consents().notices(), place.code()));
        return notice.map(place -> notice(errand, place, Kind.NOTICE_AGAIN, null, reachable));
    }

    private Errand.Passed passed(Errand errand, Invitation invited, UUID place, UUID before, Set<UUID> reachable) {
        if (errand.isInvitedAgain(invited)) { // what comes as a reminder is the invitation that was refused
            return invitedAgain(errand, invited, place, before, reachable);
        }
        boolean reached = reachable.contains(invited.participant());
        boolean first = reached && invitations.pass(invited.id());
        boolean write = reached && (first || !errand.isOfInvitations()) && isUnsettled(errand, invited);
        return new Errand.Passed(invited, first ? Kind.INVITATION : Kind.REMINDER, write, place, before);
    }

    private Errand.Passed invitedAgain(
            Errand errand, Invitation invited, UUID place, UUID before, Set<UUID> reachable) {
        UUID again = places.of(errand.wave(), Errand.INVITATIONS, invited).code();
        boolean reached = reachable.contains(invited.participant());
        if (reached) {
            mailings.passAgain(errand.wave(), Errand.INVITATIONS, again);
        }
        boolean write = reached && isUnsettled(errand, invited);
        return new Errand.Passed(invited, Kind.INVITATION_AGAIN, write, place == null ? again : place, before);
    }

    private boolean isUnsettled(Errand errand, Invitation invited) {
        return isStillInvited(invited)
                && !unsettled
                        .among(errand.protocol(), errand.wave(), Set.of(invited.participant()))
                        .isEmpty();
    }

    private Errand.Passed notice(Errand errand, Place place, Kind kind, UUID before, Set<UUID> reachable) {
        UUID participant = place.invited().participant();
        boolean write = reachable.contains(participant)
                && isStillInvited(place.invited())
                && unsettled.answeredUnderAnother(
                        errand.protocol(),
                        errand.wave(),
                        participant,
                        errand.consents().versions());
        return new Errand.Passed(place.invited(), kind, write, place.code(), before);
    }

    /** Whoever asked to be forgotten since the errand began is not. */
    private boolean isStillInvited(Invitation invited) {
        return invitations.invitee(invited.id()).isPresent();
    }
}
