package org.mentoringcommons.survey.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** {@code enableWhen} of FHIR R4, by its own words: of several answers, one that fits is enough. */
final class EnableWhen {

    private EnableWhen() {}

    static boolean enabled(JsonNode item, JsonNode response) {
        List<Boolean> hold = new ArrayList<>();
        item.path("enableWhen").forEach(condition -> hold.add(holds(condition, response)));
        if (hold.size() > 1 && !item.has("enableBehavior")) {
            throw new AssertionError("several conditions have a behavior");
        }
        return hold.isEmpty()
                || (item.path("enableBehavior").asText("all").equals("all")
                        ? !hold.contains(false)
                        : hold.contains(true));
    }

    private static boolean holds(JsonNode condition, JsonNode response) {
        List<JsonNode> answers = new ArrayList<>();
        collect(condition.get("question").asText(), response, answers);
        String operator = condition.get("operator").asText();
        if (operator.equals("exists")) {
            return condition.get("answerBoolean").asBoolean() != answers.isEmpty();
        }
        return answers.stream().anyMatch(answer -> compared(answer, operator, condition));
    }

    private static void collect(String link, JsonNode parent, List<JsonNode> found) {
        for (JsonNode item : parent.path("item")) {
            if (item.get("linkId").asText().equals(link)) {
                item.path("answer").forEach(found::add);
            }
            collect(link, item, found);
        }
    }

    private static boolean compared(JsonNode answer, String operator, JsonNode condition) {
        if (condition.has("answerDecimal")) {
            int order = new BigDecimal(answer.get("valueDecimal").asText())
                    .compareTo(new BigDecimal(condition.get("answerDecimal").asText()));
            return operator.equals(">=") ? order >= 0 : order <= 0;
        }
        if (!operator.equals("=")) {
            throw new AssertionError("not comparable: " + condition);
        }
        if (condition.has("answerBoolean")) {
            return answer.get("valueBoolean").asBoolean()
                    == condition.get("answerBoolean").asBoolean();
        }
        JsonNode wanted = condition.get("answerCoding");
        JsonNode given = answer.get("valueCoding");
        return wanted.get("system").equals(given.get("system"))
                && wanted.get("code").equals(given.get("code"));
    }
}
