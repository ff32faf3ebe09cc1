package org.mentoringcommons.curriculum.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Two people's answers to the same pairs, as they were when each consented.
 *
 * @param with the other's account
 * @param mine the stage that holds the caller's answers
 */
@Schema(name = "Comparison")
record SideBySide(String worksheet, String with, String mine, String theirs, List<Row> rows) {

    /**
     * A pair.
     *
     * @param mine the caller's answer, or null
     * @param difference between both, or null if one of them is missing
     */
    @Schema(
            name = "ComparedPair",
            examples =
                    """
                    {"key": "direction", "topic": "Who chooses the topic", "left": "My mentor proposes the topic",
                     "right": "I propose the topic", "mine": 5, "theirs": 2, "difference": 3}""")
    record Row(String key, String topic, String left, String right, Integer mine, Integer theirs, Integer difference) {}

    /** The pairs of the caller's sheet, in its order. */
    static List<Row> rows(JsonNode sheet, JsonNode mine, JsonNode theirs) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode pair : sheet.get("pairs")) {
            String key = pair.get("key").asText();
            Integer one = answer(mine, key);
            Integer other = answer(theirs, key);
            rows.add(new Row(
                    key,
                    pair.get("topic").asText(),
                    pair.get("left").asText(),
                    pair.get("right").asText(),
                    one,
                    other,
                    one == null || other == null ? null : Integer.valueOf(Math.abs(one - other))));
        }
        return rows;
    }

    private static Integer answer(JsonNode answers, String key) {
        return answers.path(key).isInt() ? answers.get(key).asInt() : null;
    }
}
