package org.mentoringcommons.analytics.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/**
 * What survey-service tells about a response.
 *
 * @param research whether research use was consented to
 * @param withdrawn whether it was taken back: there are no answers then, and the erasure follows
 * @param answers by item key, without free texts
 */
record ResponseState(UUID id, UUID wave, boolean research, boolean withdrawn, Map<String, JsonNode> answers) {

    ResponseState {
        answers = answers == null ? Map.of() : answers;
    }
}
