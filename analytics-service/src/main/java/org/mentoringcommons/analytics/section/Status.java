package org.mentoringcommons.analytics.section;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a figure is there. */
@Schema(name = "FigureStatus")
public enum Status {
    @JsonProperty("shown")
    SHOWN("shown"),
    /** The data do not define it, for example a percentage of nobody; its value is empty. */
    @JsonProperty("undefined")
    UNDEFINED("undefined"),
    /** The data would give a number, but not one that means what its name says; its value is empty. */
    @JsonProperty("refused")
    REFUSED("refused");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    /** {@return the status as documents write it} */
    public String word() {
        return word;
    }
}
