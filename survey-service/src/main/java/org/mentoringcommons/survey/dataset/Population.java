package org.mentoringcommons.survey.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whose answers; a file has those of one population, never of both. */
public enum Population {
    /** Those given for research. */
    @JsonProperty("consented")
    CONSENTED,
    /** All that were given to the institution for its own evaluation. */
    @JsonProperty("evaluated")
    EVALUATED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Population of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
