package org.mentoringcommons.provisioning.institution;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an institution is to its hub. */
public enum Kind {
    @JsonProperty("institution")
    INSTITUTION,
    /** The coordinating centre of a consortium of institutions. */
    @JsonProperty("consortium_center")
    CONSORTIUM_CENTER
}
