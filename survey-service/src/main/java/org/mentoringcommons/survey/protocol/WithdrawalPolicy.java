package org.mentoringcommons.survey.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of answers already given when a participant withdraws. */
public enum WithdrawalPolicy {
    @JsonProperty("retain")
    RETAIN,
    @JsonProperty("exclude")
    EXCLUDE,
    @JsonProperty("destroy")
    DESTROY
}
