package org.mentoringcommons.survey.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.survey.instrument.AcceptedAnswers;
import org.mentoringcommons.survey.instrument.Item;

/**
 * One person's answers to one wave, without their words.
 *
 * @param answers by item
 * @param written the items that were answered in words
 * @param codes what two coders agreed that the words say, by item
 */
public record Row(
        UUID response,
        SurveyWave wave,
        boolean unfinished,
        ObjectNode answers,
        Set<String> written,
        Map<String, List<String>> codes) {

    /** What was answered; null if nothing. */
    JsonNode answer(Item item) {
        JsonNode answer = answers.get(item.key());
        return answer == null || answer.isNull() ? null : answer;
    }

    /** Whether the item applied, judged by the answers to those before it. */
    boolean applies(Item item) {
        return item.when() == null || item.when().holds(kept());
    }

    private AcceptedAnswers kept() {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        written.forEach(key -> texts.put(key, key));
        return new AcceptedAnswers(answers, texts);
    }
}
