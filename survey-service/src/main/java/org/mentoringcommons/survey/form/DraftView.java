package org.mentoringcommons.survey.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.draft.Draft;

/**
 * What is saved of a form that is not sent yet.
 *
 * @param revision to be sent with the next saving, so that two tabs do not overwrite each other unnoticed
 * @param consentVersion the text that was shown; answers are sent under the one in force
 * @param research null while the research question is not answered
 * @param countUnfinished whether the answers count as they are if the survey closes before they are sent
 */
record DraftView(
        @Schema(examples = "1") int revision,
        String consentVersion,
        Boolean research,
        boolean countUnfinished,
        @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        additionalProperties = Schema.True.class,
                        examples = "{\"communication_1\": {\"then\": 3}}")
                Map<String, JsonNode> answers) {

    static DraftView of(Draft draft) {
        return new DraftView(
                draft.revision(),
                draft.content().consentVersion(),
                draft.content().research(),
                draft.content().countUnfinished(),
                draft.content().answers());
    }
}
