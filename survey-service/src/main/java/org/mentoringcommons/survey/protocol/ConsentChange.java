package org.mentoringcommons.survey.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a consent text is to the one before it. */
public enum ConsentChange {
    /** It is the first. */
    @JsonProperty("initial")
    INITIAL,
    /** It says the same: whoever has read the one before has read this. */
    @JsonProperty("trivial")
    TRIVIAL,
    /** It says something else: whoever has not answered yet is asked anew. */
    @JsonProperty("material")
    MATERIAL
}
