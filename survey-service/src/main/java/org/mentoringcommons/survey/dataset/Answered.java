package org.mentoringcommons.survey.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Reads what one part of an answer says; null of what is missing, also of one half of a pair. */
final class Answered {

    private Answered() {}

    static Integer whole(JsonNode answer) {
        return answer == null || !answer.isIntegralNumber() ? null : Integer.valueOf(answer.intValue());
    }

    static Integer part(JsonNode answer, String part) {
        return answer == null ? null : whole(answer.get(part));
    }

    static BigDecimal number(JsonNode answer) {
        return answer == null || !answer.isNumber() ? null : answer.decimalValue();
    }

    static LocalDate day(JsonNode answer) {
        return answer == null ? null : LocalDate.parse(answer.textValue());
    }

    /** 1 if the code is among those chosen, 0 if only others are. */
    static Integer chosen(JsonNode answer, String code) {
        return answer == null ? null : place(answer, code) == null ? 0 : 1;
    }

    /** From 1. */
    static Integer place(JsonNode answer, String code) {
        if (answer != null) {
            for (int index = 0; index < answer.size(); index++) {
                if (code.equals(answer.get(index).textValue())) {
                    return index + 1;
                }
            }
        }
        return null;
    }
}
