package org.mentoringcommons.survey.mailing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.mentoringcommons.survey.page.Wording;

/**
 * People of one wave to be written to now.
 *
 * @param round which of the rounds; {@link #NEWCOMERS} for those alone who joined after theirs
 */
record Errand(
        UUID wave,
        UUID protocol,
        UUID workshop,
        int round,
        Mailing mailing,
        LocalDate lastDay,
        String alias,
        String institution,
        ZoneId zone,
        Wording wording) {

    static final int NEWCOMERS = -1;

    /**
     * Somebody passed.
     *
     * @param invitation null if it was revoked
     * @param write whether a mail is due
     * @param first whether it is the first one to this person
     */
    record Passed(UUID invitation, UUID participant, boolean write, boolean first) {}

    boolean isForNewcomers() {
        return round == NEWCOMERS;
    }
}
