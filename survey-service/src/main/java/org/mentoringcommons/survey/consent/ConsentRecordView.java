package org.mentoringcommons.survey.consent;

import java.net.URI;
import java.time.LocalDate;
import org.mentoringcommons.survey.protocol.ConsentText;

/**
 * What somebody read and decided.
 *
 * @param number of the protocol at its board
 * @param text as it was shown
 * @param day of the decision, by the institution's clocks
 * @param takesPart always true: who declines sends nothing, and there is nothing to record
 * @param research the answer to the research question
 * @param signed {@code personal-link}: by choosing and sending under a link made for one person
 * @param address where this can be read again, which proves that it is genuine
 */
record ConsentRecordView(
        String institution,
        String number,
        String board,
        String title,
        String consentVersion,
        ConsentText text,
        LocalDate day,
        boolean takesPart,
        boolean research,
        String signed,
        URI address) {

    static final String BY_LINK = "personal-link";
}
