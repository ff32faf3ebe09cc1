package org.mentoringcommons.survey.form;

import java.time.Instant;
import java.time.ZoneId;
import org.mentoringcommons.survey.draft.Draft;
import org.mentoringcommons.survey.instrument.Definition;
import org.mentoringcommons.survey.instrument.Questionnaire;
import org.mentoringcommons.survey.page.WantedLanguages;
import org.mentoringcommons.survey.protocol.Consent;

/**
 * What one invitation asks.
 *
 * @param consent in force now
 * @param declined whether the invited person said before not to want to take part
 * @param draft what is saved and not sent, or null
 */
record Form(
        Questionnaire questionnaire,
        String institution,
        Consent consent,
        Instant closesAt,
        ZoneId timeZone,
        boolean declined,
        Draft draft) {

    /** All items, as answers are judged by them. */
    Definition definition() {
        return questionnaire.definition();
    }

    /** The language of the questions that suits a page in this language best. */
    String languageBeside(String page) {
        return WantedLanguages.of(page, null).bestOf(questionnaire.languages());
    }
}
