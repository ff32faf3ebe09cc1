package org.mentoringcommons.curriculum.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who reads a part. */
public enum Readers {
    @JsonProperty("everyone")
    EVERYONE,
    @JsonProperty("facilitators")
    FACILITATORS
}
