package org.mentoringcommons.curriculum.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom a curriculum or a workshop addresses. */
public enum Audience {
    @JsonProperty("mentee")
    MENTEE,
    @JsonProperty("mentor")
    MENTOR,
    @JsonProperty("combined")
    COMBINED
}
