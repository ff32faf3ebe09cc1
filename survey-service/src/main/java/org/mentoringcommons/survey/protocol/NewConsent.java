package org.mentoringcommons.survey.protocol;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.Keys;
import org.mentoringcommons.survey.instrument.Violations;

/**
 * What a participant is to read before answering. Taking part is voluntary; the research question is asked apart, and a
 * "no" to it never blocks an answer.
 *
 * @param version what an answer says it was given under
 * @param language of the authoritative text; null is English
 * @param text what taking part means
 * @param researchQuestion answered yes or no: may the answers be used for research?
 * @param translations the same in other languages; null is none
 */
record NewConsent(
        @NotNull @Pattern(regexp = Keys.NAME) @Schema(examples = "2026-01") String version,
        @Pattern(regexp = Keys.LANGUAGE) @Schema(examples = "en", defaultValue = "en") String language,
        @NotBlank
                @Size(max = ConsentText.LONGEST)
                @Schema(examples = "Taking part is your choice. You may leave out any question.")
                String text,
        @NotBlank @Size(max = ConsentText.LONGEST_QUESTION) @Schema(examples = "May your answers be used for research?")
                String researchQuestion,
        @Size(max = 50) List<@NotNull @Valid ConsentText> translations) {

    /** The authoritative text, then its translations. */
    List<ConsentText> texts() {
        List<ConsentText> texts = new ArrayList<>();
        texts.add(new ConsentText(language == null ? "en" : language, text, researchQuestion));
        texts.addAll(translations == null ? List.of() : translations);
        return List.copyOf(texts);
    }

    /** Tells each translation into a language that has a text already. */
    void check(Violations violations) {
        Set<String> languages = new HashSet<>();
        List<ConsentText> texts = texts();
        for (int index = 0; index < texts.size(); index++) {
            if (!languages.add(texts.get(index).language())) {
                violations.of("translations", index - 1).of("language").add("has a text already");
            }
        }
    }
}
