package org.mentoringcommons.survey.response;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.Keys;

/**
 * A whole answer in the place of the one that was sent.
 *
 * @param receipt the code of the answer that was sent, however it is typed; it stays the same
 * @param revision of the answer that was read before
 * @param consentVersion the consent that was read now
 * @param consentLanguage in which it was read; null for the authoritative one
 * @param research the answer to the research question; a "no" takes the answer out of research
 * @param answers by item key; what is left out, or null, is missing
 */
public record NewCorrection(
        @NotNull @Size(max = 200) @Schema(examples = "7KQ2D-M0XRT-9FWZH-4CPV8-6NJEB") String receipt,
        @NotNull @Min(1) @Schema(examples = "1") Integer revision,
        @NotBlank @Schema(examples = "2026-01") String consentVersion,
        @Pattern(regexp = Keys.LANGUAGE) @Schema(examples = "en") String consentLanguage,
        @NotNull @Schema(examples = "true") Boolean research,
        @NotNull
                @Size(max = 500)
                @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        additionalProperties = Schema.True.class,
                        examples = "{\"communication_1\": {\"then\": 2, \"now\": 5}}")
                Map<String, JsonNode> answers) {

    NewResponse answer() {
        return new NewResponse(receipt, consentVersion, consentLanguage, research, answers);
    }
}
