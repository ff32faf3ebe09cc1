package org.mentoringcommons.survey.protocol;

import java.time.Instant;
import java.util.List;

/**
 * A consent text with its translations.
 *
 * @param change what it is to the one before it
 * @param language of the authoritative text
 */
record ConsentView(
        String version,
        ConsentChange change,
        String summary,
        Instant publishedAt,
        String language,
        String text,
        String researchQuestion,
        List<ConsentText> translations) {

    static ConsentView of(Consent consent) {
        ConsentText authoritative = consent.texts().get(0);
        return new ConsentView(
                consent.version(),
                consent.change(),
                consent.summary(),
                consent.publishedAt(),
                authoritative.language(),
                authoritative.text(),
                authoritative.researchQuestion(),
                consent.texts().subList(1, consent.texts().size()));
    }
}
