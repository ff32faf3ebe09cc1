package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;

/**
 * Answers that fit what was asked, texts apart, since these never leave the service. The institution's own items are told
 * from the instrument's by their keys.
 *
 * @param coded every answered item but texts, by key
 * @param texts the answered text items, and the words beside chosen options, by key
 */
public record AcceptedAnswers(ObjectNode coded, ObjectNode texts) {

    static AcceptedAnswers none() {
        return new AcceptedAnswers(JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode());
    }

    boolean has(String item) {
        return coded.has(item) || texts.has(item);
    }

    /** What was answered to the instrument's items. */
    public ObjectNode core() {
        return only(key -> !key.startsWith(Keys.OWN));
    }

    /** What was answered to the institution's own items. */
    public ObjectNode own() {
        return only(key -> key.startsWith(Keys.OWN));
    }

    private ObjectNode only(Predicate<String> wanted) {
        ObjectNode some = JsonNodeFactory.instance.objectNode();
        coded.fields().forEachRemaining(answer -> {
            if (wanted.test(answer.getKey())) {
                some.set(answer.getKey(), answer.getValue());
            }
        });
        return some;
    }
}
