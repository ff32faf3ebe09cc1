package org.mentoringcommons.survey.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One of the files that answers in a format are. */
public enum Sheet {
    /** The answers. */
    @JsonProperty("data")
    DATA,
    /** What the columns say. */
    @JsonProperty("codebook")
    CODEBOOK,
    /** The commands by which SPSS reads the answers. */
    @JsonProperty("syntax")
    SYNTAX,
    /** What REDCap makes a project of. */
    @JsonProperty("dictionary")
    DICTIONARY,
    /** What was asked, in FHIR. */
    @JsonProperty("questionnaire")
    QUESTIONNAIRE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Sheet> of(String word) {
        return Arrays.stream(values())
                .filter(sheet -> sheet.word().equals(word))
                .findFirst();
    }
}
