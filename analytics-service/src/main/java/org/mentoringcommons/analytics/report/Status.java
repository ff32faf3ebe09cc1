package org.mentoringcommons.analytics.report;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a figure is there. */
enum Status {
    SHOWN("shown"),
    /** The data do not define it, for example a percentage of nobody; its value is empty. */
    UNDEFINED("undefined");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    @JsonValue
    String word() {
        return word;
    }
}
