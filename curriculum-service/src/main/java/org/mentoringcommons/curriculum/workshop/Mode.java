package org.mentoringcommons.curriculum.workshop;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a workshop brings people together. */
public enum Mode {
    @JsonProperty("in_person")
    IN_PERSON,
    @JsonProperty("online")
    ONLINE,
    @JsonProperty("hybrid")
    HYBRID
}
