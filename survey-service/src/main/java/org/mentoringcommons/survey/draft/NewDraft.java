package org.mentoringcommons.survey.draft;

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
 * What is typed so far.
 *
 * @param revision of the draft that was read before; 0 if there was none
 * @param consentVersion the consent text that was shown
 * @param consentLanguage in which it was shown; null for the authoritative one
 * @param research the answer to the research question so far; null while there is none
 * @param countUnfinished whether the answers are to count as they are if the survey closes before they are sent
 * @param answers by item key; judged when they are sent, so that nothing typed is lost before
 */
public record NewDraft(
        @NotNull @Min(0) @Schema(examples = "0") Integer revision,
        @NotBlank @Size(max = 80) @Schema(examples = "2026-01") String consentVersion,
        @Pattern(regexp = Keys.LANGUAGE) @Schema(examples = "en") String consentLanguage,
        @Schema(examples = "true") Boolean research,
        boolean countUnfinished,
        @NotNull
                @Size(max = 500)
                @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        additionalProperties = Schema.True.class,
                        description = "As in a final answer, but a pair may lack a half",
                        examples = "{\"communication_1\": {\"then\": 3}}")
                Map<String, JsonNode> answers) {

    /** Without the revision. */
    public DraftContent content() {
        return new DraftContent(consentVersion, consentLanguage, research, countUnfinished, answers);
    }
}
