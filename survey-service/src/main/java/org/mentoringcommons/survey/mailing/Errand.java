package org.mentoringcommons.survey.mailing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.survey.page.Wording;
import org.mentoringcommons.survey.protocol.Occasion;

/**
 * People of one wave to be written to now.
 *
 * @param round which reminder, from 1; {@link #INVITATIONS} for those alone whose turn has not come yet; beyond {@link
 *     #NOTICES} for those who answered under a consent text that is not the one in force: its number is added
 * @param consents the versions of the texts under which answers are taken now
 */
record Errand(
        UUID wave,
        UUID protocol,
        UUID workshop,
        Occasion occasion,
        int round,
        Mailing mailing,
        LocalDate lastDay,
        String alias,
        String institution,
        ZoneId zone,
        Wording wording,
        Set<String> consents) {

    static final int INVITATIONS = 0;

    static final int NOTICES = 1_000;

    /**
     * Somebody passed.
     *
     * @param write whether a mail is due
     * @param first whether it is the first one to this person
     * @param before whom the round of reminders had passed last before; null if nobody, or of invitations
     */
    record Passed(UUID invitation, UUID participant, boolean write, boolean first, UUID before) {}

    boolean isOfInvitations() {
        return round == INVITATIONS;
    }

    boolean isNotice() {
        return round > NOTICES;
    }
}
