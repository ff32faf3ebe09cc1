package org.mentoringcommons.curriculum.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** One answer where a row and a column of a sheet meet. */
final class Cell {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]{1,490}");
    private static final Pattern DAY = Pattern.compile("(19|20)\\d\\d-\\d\\d-\\d\\d");

    private Cell() {}

    /** What is wrong with an answer in this column; null if nothing is. */
    static String wrong(JsonNode column, JsonNode answer) {
        return switch (column.get("answer").asText()) {
            case "text" -> AnswerText.wrong(answer);
            case "tick" -> answer.isBoolean() ? null : "must be true or false";
            case "scale" -> notWithin(column.path("scale"), answer);
            case "date" -> isDay(answer) ? null : "must be a day such as 2026-03-02";
            case "link" ->
                AnswerText.wrong(answer) == null
                                && LINK.matcher(answer.asText()).matches()
                        ? null
                        : "must be an address that begins with https:// or http://";
            default -> throw new IllegalStateException("no such kind of column");
        };
    }

    /** As {@link #wrong}, for a scale; one without bounds goes from 1 to 5. */
    static String notWithin(JsonNode scale, JsonNode answer) {
        int minimum = scale.path("minimum").asInt(1);
        int maximum = scale.path("maximum").asInt(5);
        boolean within = answer.isInt() && answer.asInt() >= minimum && answer.asInt() <= maximum;
        return within ? null : "must be a whole number from " + minimum + " to " + maximum;
    }

    static boolean isDay(JsonNode answer) {
        if (!answer.isTextual() || !DAY.matcher(answer.asText()).matches()) {
            return false;
        }
        try {
            LocalDate.parse(answer.asText());
            return true;
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }
}
