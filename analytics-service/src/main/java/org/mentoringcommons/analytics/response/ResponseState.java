package org.mentoringcommons.analytics.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/**
 * What survey-service tells about a response.
 *
 * @param research whether research use was consented to
 * @param answers by item key, without free texts; none at all while a withdrawal is under way
 */
record ResponseState(UUID id, UUID wave, boolean research, Map<String, JsonNode> answers) {

    ResponseState {
        answers = answers == null ? Map.of() : answers;
    }
}
