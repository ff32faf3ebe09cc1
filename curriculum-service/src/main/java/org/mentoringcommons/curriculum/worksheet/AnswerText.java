package org.mentoringcommons.curriculum.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** What a free answer may be: words that can be stored, and not a book. */
final class AnswerText {

    static final int CHARACTERS_AT_MOST = 4_000;

    private static final Pattern UNSTORABLE =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]|[\\ud800-\\udbff](?![\\udc00-\\udfff])"
                    + "|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    private AnswerText() {}

    /** What is wrong with it; null if nothing is. Never says what it says. */
    static String wrong(JsonNode answer) {
        if (!answer.isTextual()) {
            return "must be a text";
        }
        if (answer.asText().length() > CHARACTERS_AT_MOST) {
            return "is longer than " + CHARACTERS_AT_MOST + " characters";
        }
        return UNSTORABLE.matcher(answer.asText()).find() ? "holds a character that cannot be stored" : null;
    }
}
