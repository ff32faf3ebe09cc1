package org.mentoringcommons.survey.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** What a wave asks about, and so whom and when. */
public enum Occasion {
    /** The participants, in the month after the workshop. */
    @JsonProperty("workshop")
    WORKSHOP("workshop", 0),
    /** The participants, in a month half a year later. */
    @JsonProperty("follow-up-6")
    FOLLOW_UP_6("follow-up-6", 6),
    /** The participants, in a month a year later. */
    @JsonProperty("follow-up-12")
    FOLLOW_UP_12("follow-up-12", 12),
    /** Those who facilitated; opened by hand. */
    @JsonProperty("facilitators")
    FACILITATORS("facilitators", 0);

    private final String word;
    private final int months;

    Occasion(String word, int months) {
        this.word = word;
        this.months = months;
    }

    /** How the API names it. */
    public String word() {
        return word;
    }

    /** How many calendar months after the workshop it opens. */
    public int months() {
        return months;
    }

    public boolean isFollowUp() {
        return months > 0;
    }

    /** Whether the people of the roster are asked. */
    public boolean asksParticipants() {
        return this != FACILITATORS;
    }

    public static Optional<Occasion> of(String word) {
        return Arrays.stream(values())
                .filter(occasion -> occasion.word.equals(word))
                .findFirst();
    }
}
