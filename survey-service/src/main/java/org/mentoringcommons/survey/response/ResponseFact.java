package org.mentoringcommons.survey.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.exchange.Fact;
import org.mentoringcommons.survey.instrument.AcceptedAnswers;

/**
 * The {@code responses} fact.
 *
 * @param research whether the answers may be used for research
 * @param withdrawn whether it was taken back; there are no answers then, and the erasure follows
 * @param unfinished whether it was never sent, but taken as it was saved when the wave closed
 * @param answers to the instrument's items, by key, without texts
 * @param own answers to the institution's own items, told apart since they count with nothing
 */
record ResponseFact(
        UUID id,
        UUID wave,
        boolean research,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean withdrawn,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean unfinished,
        ObjectNode answers,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) ObjectNode own) {

    private static final String TOPIC = "responses";
    private static final String TYPE = "org.mentoringcommons.response.v1";

    /** @param opening of the wave: the only time that an answer knows, so that none tells who it may be of */
    static Fact of(
            UUID id,
            UUID wave,
            int revision,
            boolean research,
            boolean unfinished,
            AcceptedAnswers answers,
            Instant opening) {
        return new Fact(
                TOPIC,
                id.toString(),
                TYPE,
                revision,
                opening,
                new ResponseFact(id, wave, research, false, unfinished, answers.core(), answers.own()));
    }

    /**
     * What is told of an answer that is taken back: first a state without answers, which takes the place of what the
     * log's readers may still find; then nothing at all, and nothing older ever applies again.
     *
     * @param revision that was told last
     */
    static List<Fact> withdrawn(UUID id, UUID wave, int revision, Instant opening) {
        return List.of(
                new Fact(
                        TOPIC,
                        id.toString(),
                        TYPE,
                        revision + 1L,
                        opening,
                        new ResponseFact(
                                id,
                                wave,
                                false,
                                true,
                                false,
                                JsonNodeFactory.instance.objectNode(),
                                JsonNodeFactory.instance.objectNode())),
                new Fact(TOPIC, id.toString(), TYPE, revision + 2L, opening, null));
    }
}
