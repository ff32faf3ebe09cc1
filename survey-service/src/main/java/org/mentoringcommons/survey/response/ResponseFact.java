package org.mentoringcommons.survey.response;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.exchange.Fact;

/**
 * The {@code responses} fact.
 *
 * @param research whether the answers may be used for research
 * @param answers by item key, without texts
 */
record ResponseFact(UUID id, UUID wave, boolean research, ObjectNode answers) {

    private static final String TOPIC = "responses";
    private static final String TYPE = "org.mentoringcommons.response.v1";

    static Fact of(UUID id, UUID wave, boolean research, ObjectNode answers) {
        return new Fact(TOPIC, id.toString(), TYPE, 1, new ResponseFact(id, wave, research, answers));
    }

    /**
     * What is told of an answer that is taken back: first a state without answers, which takes the place of what the
     * log's readers may still find; then nothing at all, and nothing older ever applies again. An answer is told once
     * before, so these are its second and third version.
     */
    static List<Fact> withdrawn(UUID id, UUID wave) {
        return List.of(
                new Fact(
                        TOPIC,
                        id.toString(),
                        TYPE,
                        2,
                        new ResponseFact(id, wave, false, JsonNodeFactory.instance.objectNode())),
                Fact.erased(TOPIC, id.toString(), TYPE, 3));
    }
}
