package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;

/** A whole number on a scale of points that starts at 1. */
final class Rating {

    /** The fewest and the most points a scale may have. */
    static final int MIN_POINTS = 2;

    static final int MAX_POINTS = 11;

    private Rating() {}

    static boolean isGood(JsonNode given, int points, Violations violations) {
        if (given.isIntegralNumber()
                && given.canConvertToInt()
                && given.intValue() >= 1
                && given.intValue() <= points) {
            return true;
        }
        violations.add(given.isNumber() ? "outside 1–" + points : "must be a whole number of 1–" + points);
        return false;
    }

    /** Judges one rating and keeps it under this key. */
    static void accept(String key, JsonNode given, int points, AcceptedAnswers kept, Violations violations) {
        if (isGood(given, points, violations)) {
            kept.coded().put(key, given.intValue());
        }
    }

    static boolean isMissing(JsonNode given) {
        return given == null || given.isNull() || given.isMissingNode();
    }
}
