package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;

/** Words people write themselves: kept apart from other answers, since they never leave the service. */
final class FreeWords {

    private FreeWords() {}

    /** Keeps the words under this key unless they are blank, or no text. */
    static void accept(String key, JsonNode given, int maxLength, AcceptedAnswers kept, Violations violations) {
        if (!given.isTextual()) {
            violations.add("must be a text");
            return;
        }
        String words = given.textValue();
        if (words.codePointCount(0, words.length()) > maxLength) {
            violations.add("longer than " + maxLength + " characters");
        } else if (words.codePoints().anyMatch(FreeWords::cannotBeKept)) {
            violations.add("holds a character that is no text");
        } else if (!words.isBlank()) {
            kept.texts().set(key, given);
        }
    }

    /** Control characters, which no keyboard sends, and halves of surrogate pairs, which PostgreSQL refuses. */
    private static boolean cannotBeKept(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\r' && character != '\t';
            case Character.SURROGATE -> true;
            default -> false;
        };
    }
}
