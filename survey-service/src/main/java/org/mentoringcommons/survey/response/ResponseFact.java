package org.mentoringcommons.survey.response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.mentoringcommons.exchange.Fact;

/**
 * The {@code responses} fact.
 *
 * @param research whether the answers may be used for research
 * @param answers by item key, without texts
 */
record ResponseFact(UUID id, UUID wave, boolean research, ObjectNode answers) {

    static Fact of(UUID id, UUID wave, boolean research, ObjectNode answers) {
        return new Fact(
                "responses",
                id.toString(),
                "org.mentoringcommons.response.v1",
                1,
                new ResponseFact(id, wave, research, answers));
    }
}
