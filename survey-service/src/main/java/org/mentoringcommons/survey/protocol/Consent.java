package org.mentoringcommons.survey.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of a protocol's consent text, in all its languages; frozen from its publication.
 *
 * @param number 1, 2, … within the protocol; the highest is in force
 * @param basis the earliest version under which answers are still taken while this one is in force
 * @param summary what changed; null in the first
 * @param texts the authoritative one first
 */
public record Consent(
        UUID protocol,
        int number,
        String version,
        ConsentChange change,
        int basis,
        String summary,
        Instant publishedAt,
        List<ConsentText> texts) {

    /** The tags of its languages, the authoritative one first. */
    public List<String> languages() {
        return texts.stream().map(ConsentText::language).toList();
    }

    public Optional<ConsentText> in(String language) {
        return texts.stream().filter(text -> text.language().equals(language)).findFirst();
    }

    boolean says(NewConsent wanted) {
        return version.equals(wanted.version()) && texts.equals(wanted.texts());
    }
}
