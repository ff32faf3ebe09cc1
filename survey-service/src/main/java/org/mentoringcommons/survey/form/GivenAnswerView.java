package org.mentoringcommons.survey.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.response.GivenAnswer;

/**
 * What somebody sent.
 *
 * @param revision how often it was sent, from 1; to be sent with a correction
 * @param consentVersion under which it was sent last
 * @param research whether it may be used for research
 */
record GivenAnswerView(
        @Schema(examples = "1") int revision,
        String consentVersion,
        String consentLanguage,
        boolean research,
        @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        additionalProperties = Schema.True.class,
                        examples = "{\"communication_1\": {\"then\": 3, \"now\": 5}}")
                Map<String, JsonNode> answers) {

    static GivenAnswerView of(GivenAnswer given) {
        return new GivenAnswerView(
                given.revision(),
                given.decision().consent().version(),
                given.decision().consent().language(),
                given.decision().research(),
                given.answers());
    }
}
