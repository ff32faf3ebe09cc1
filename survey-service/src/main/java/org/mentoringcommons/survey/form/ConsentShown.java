package org.mentoringcommons.survey.form;

import java.util.List;
import org.mentoringcommons.survey.page.WantedLanguages;
import org.mentoringcommons.survey.protocol.Consent;
import org.mentoringcommons.survey.protocol.ConsentText;

/**
 * A consent text as one reader is shown it.
 *
 * @param languages all that there are
 */
record ConsentShown(String version, String language, String text, String researchQuestion, List<String> languages) {

    static ConsentShown of(Consent consent, WantedLanguages wanted) {
        ConsentText text = consent.in(wanted.bestOf(consent.languages())).orElseThrow();
        return new ConsentShown(
                consent.version(), text.language(), text.text(), text.researchQuestion(), consent.languages());
    }
}
