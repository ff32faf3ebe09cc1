package org.mentoringcommons.curriculum.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** For whom a text is put together: facilitators read everything, participants what is meant for everyone. */
public enum Edition {
    @JsonProperty("facilitators")
    FACILITATORS,
    @JsonProperty("participants")
    PARTICIPANTS;

    /** The words by which an edition is asked for. */
    public static final String WORDS = "facilitators|participants";

    /** The edition of one of the {@link #WORDS}; null for null. */
    public static Edition of(String word) {
        return word == null ? null : valueOf(word.toUpperCase(Locale.ROOT));
    }

    public boolean shows(Readers readers) {
        return this == FACILITATORS || readers == Readers.EVERYONE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
