package org.mentoringcommons.survey.linking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of a pair somebody is. */
enum Side {
    @JsonProperty("mentee")
    MENTEE,
    @JsonProperty("mentor")
    MENTOR
}
