package org.mentoringcommons.survey.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mentoringcommons.survey.instrument.AcceptedAnswers;

/**
 * An answer as it is kept.
 *
 * @param revision how often it was sent, from 1
 */
public record GivenAnswer(
        UUID id, byte[] receiptHash, int revision, Decision decision, ObjectNode coded, ObjectNode texts) {

    /** By item key, in the form in which they are sent; words beside a choice go with it. */
    public Map<String, JsonNode> answers() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        coded.fields().forEachRemaining(answer -> all.put(answer.getKey(), answer.getValue()));
        texts.fields()
                .forEachRemaining(
                        words -> all.merge(words.getKey(), words.getValue(), (chosen, other) -> JsonNodeFactory.instance
                                .objectNode()
                                .<ObjectNode>set("chosen", chosen)
                                .set("other", other)));
        return all;
    }

    boolean says(Decision other, AcceptedAnswers answers) {
        return decision.equals(other) && coded.equals(answers.coded()) && texts.equals(answers.texts());
    }

    /** The items whose words are others now, or gone; all of them if they may not be read for research any more. */
    Set<String> wordsTakenBack(boolean research, ObjectNode now) {
        Set<String> items = new HashSet<>();
        texts.fieldNames().forEachRemaining(items::add);
        return items.stream()
                .filter(item -> !research || !Objects.equals(texts.get(item), now.get(item)))
                .collect(Collectors.toSet());
    }
}
