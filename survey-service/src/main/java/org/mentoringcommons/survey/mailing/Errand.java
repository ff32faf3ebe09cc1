package org.mentoringcommons.survey.mailing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.mentoringcommons.survey.invitation.Invitations.Invitation;
import org.mentoringcommons.survey.mailing.Places.Place;
import org.mentoringcommons.survey.page.Wording;
import org.mentoringcommons.survey.protocol.Occasion;

/**
 * People of one wave to be written to now.
 *
 * @param round which reminder, from 1; {@link #INVITATIONS} for those alone whose turn has not come yet; beyond {@link
 *     #NOTICES} for those who answered under a consent text that is not the one in force: its number is added
 * @param order everybody, in the order of the round; of invitations nobody: theirs is that of ids
 * @param invitedAgain whose invitation was refused, and is tried again: after those whose turn comes now, or as their reminder
 * @param toldAgain whose notice was refused for now, and is tried after all invitations
 * @param consents the texts under which answers are taken now
 */
record Errand(
        UUID wave,
        UUID protocol,
        UUID workshop,
        Occasion occasion,
        int round,
        List<Place> order,
        List<Place> invitedAgain,
        List<Place> toldAgain,
        Mailing mailing,
        LocalDate lastDay,
        String alias,
        String institution,
        ZoneId zone,
        Wording wording,
        Consents consents) {

    static final int INVITATIONS = 0;

    static final int NOTICES = 1_000;

    /**
     * @param notices the round in which people are told of the one in force
     * @param versions of all of them
     */
    record Consents(int notices, Set<String> versions) {}

    /** What somebody is written. */
    enum Kind {
        /** The first mail. */
        INVITATION,
        /** The same, once it was refused. */
        INVITATION_AGAIN,
        REMINDER,
        /** Of another consent text. */
        NOTICE,
        /** The same, once it was refused for now. */
        NOTICE_AGAIN;

        boolean isInvitation() {
            return this == INVITATION || this == INVITATION_AGAIN;
        }

        boolean isNotice() {
            return this == NOTICE || this == NOTICE_AGAIN;
        }

        boolean isAgain() {
            return this == INVITATION_AGAIN || this == NOTICE_AGAIN;
        }
    }

    /**
     * Somebody passed.
     *
     * @param write whether a mail is due
     * @param place in the round, or among those tried again; null where turns come by id
     * @param before whom the round had passed last before; null if nobody, or where nothing is kept of it
     */
    record Passed(Invitation invited, Kind kind, boolean write, UUID place, UUID before) {}

    boolean isOfInvitations() {
        return round == INVITATIONS;
    }

    boolean isNotice() {
        return round > NOTICES;
    }

    /** Who comes after this place in the round; null is before all. */
    Optional<Place> next(UUID after) {
        return first(order, after);
    }

    /** Whose invitation is tried again after this one's; null is before all. */
    Optional<Place> nextInvitedAgain(UUID after) {
        return first(invitedAgain, after);
    }

    /** Whose notice is tried again after this one's; null is before all. */
    Optional<Place> nextToldAgain(UUID after) {
        return first(toldAgain, after);
    }

    boolean isInvitedAgain(Invitation invited) {
        return invitedAgain.stream().anyMatch(place -> place.invited().equals(invited));
    }

    private static Optional<Place> first(List<Place> places, UUID after) {
        Predicate<Place> comes = place -> after == null || place.code().compareTo(after) > 0;
        return places.stream().filter(comes).findFirst();
    }
}
