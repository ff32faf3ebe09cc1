package org.mentoringcommons.curriculum.workshop;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A workshop is planned, then delivered or cancelled. */
public enum Status {
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("cancelled")
    CANCELLED
}
