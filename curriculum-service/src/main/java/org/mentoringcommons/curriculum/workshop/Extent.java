package org.mentoringcommons.curriculum.workshop;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a module was covered. */
public enum Extent {
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("partly")
    PARTLY,
    @JsonProperty("not")
    NOT,
    /** Nobody can tell. */
    @JsonProperty("unknown")
    UNKNOWN
}
