package org.mentoringcommons.analytics.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a figure is there. */
enum Status {
    @JsonProperty("shown")
    SHOWN("shown"),
    /** The data do not define it, for example a percentage of nobody; its value is empty. */
    @JsonProperty("undefined")
    UNDEFINED("undefined");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
