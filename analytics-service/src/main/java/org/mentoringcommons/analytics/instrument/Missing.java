package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** Who has a score on a scale, and in which integer units: the part of a scoring rule that may be decided anew. */
public enum Missing {
    /** Only people who answered every item; the score is the sum of the items. */
    @JsonProperty("complete")
    COMPLETE("complete"),
    /**
     * People who answered at least half of the items; the score is {@code sum * 60 / answered}, an integer: mean answers in
     * 60ths of a point, exact for up to six items, else rounded half up.
     */
    @JsonProperty("half")
    HALF("half"),
    /** People who answered at least as many items as the scale says; the score as with {@link #HALF}. */
    @JsonProperty("at_least")
    AT_LEAST("at_least");

    private static final int PARTS = 60;

    private final String word;

    Missing(String word) {
        this.word = word;
    }

    /** {@return the word in instruments, tables and documents} */
    public String word() {
        return word;
    }

    /** {@return whether there is a rule of this word} */
    public static boolean isKnown(String word) {
        return Arrays.stream(values()).anyMatch(rule -> rule.word.equals(word));
    }

    /**
     * {@return the rule of this word}
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Missing of(String word) {
        for (Missing rule : values()) {
            if (rule.word.equals(word)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("no rule for missing answers");
    }

    /** {@return how many integer units make one point of a scale of so many items} */
    public int unitsPerPoint(int items) {
        return this == COMPLETE ? items : PARTS;
    }

    /** The score of who answered so many items with this sum. */
    int score(int sum, int answered) {
        return this == COMPLETE ? sum : (2 * sum * PARTS + answered) / (2 * answered);
    }
}
