package org.mentoringcommons.survey.coding;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the coding of a text is, seen by one evaluator. */
@Schema(name = "CodingState")
public enum State {
    /** Waits for this evaluator. */
    @JsonProperty("uncoded")
    UNCODED,
    /** This evaluator has coded it, the other one not yet. */
    @JsonProperty("coded")
    CODED,
    /** Two have coded it differently. */
    @JsonProperty("disputed")
    DISPUTED,
    /** There is consensus. */
    @JsonProperty("agreed")
    AGREED;

    /** Its name in queries and in the database's answers. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static State of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
