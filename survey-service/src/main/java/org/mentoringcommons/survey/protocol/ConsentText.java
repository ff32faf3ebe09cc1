package org.mentoringcommons.survey.protocol;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.Keys;

/**
 * A consent in one language.
 *
 * @param language a tag such as {@code es} or {@code pt-BR}
 * @param text what taking part means
 * @param researchQuestion answered yes or no: may the answers be used for research?
 */
public record ConsentText(
        @NotNull @Pattern(regexp = Keys.LANGUAGE) @Schema(examples = "es") String language,
        @NotBlank
                @Size(max = ConsentText.LONGEST)
                @Schema(examples = "Participar es su decisión. Puede dejar cualquier pregunta sin responder.")
                String text,
        @NotBlank
                @Size(max = ConsentText.LONGEST_QUESTION)
                @Schema(examples = "¿Pueden usarse sus respuestas para la investigación?")
                String researchQuestion) {

    static final int LONGEST = 20_000;
    static final int LONGEST_QUESTION = 2_000;
}
