package org.mentoringcommons.survey.response;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.Keys;

/**
 * A final answer.
 *
 * @param receipt the code the form came with; a retry with the same one is answered the same
 * @param consentVersion the consent that was read
 * @param consentLanguage in which it was read; null for the authoritative one
 * @param research the answer to the research question; a "no" changes nothing else
 * @param answers by item key; what is left out, or null, is missing
 */
public record NewResponse(
        @NotNull
                @Pattern(regexp = ReceiptCodes.PATTERN, message = "is not a receipt code")
                @Schema(examples = "7KQ2D-M0XRT-9FWZH-4CPV8-6NJEB")
                String receipt,
        @NotBlank @Schema(examples = "2026-01") String consentVersion,
        @Pattern(regexp = Keys.LANGUAGE) @Schema(examples = "en") String consentLanguage,
        @NotNull @Schema(examples = "true") Boolean research,
        @NotNull
                @Size(max = 500)
                @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        additionalProperties = Schema.True.class,
                        description =
                                "By item key: `{\"then\": n, \"now\": n}`, a number, a code, a list of codes, or words",
                        examples =
                                "{\"communication_1\": {\"then\": 3, \"now\": 5}, \"valuable\": 4, \"career\": \"Assistant Professor\"}")
                Map<String, JsonNode> answers) {}
