package org.mentoringcommons.provisioning.institution;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an institution has come. */
@Schema(name = "InstitutionState")
public enum State {
    /** Wanted; its organization may exist already, half made. */
    @JsonProperty("requested")
    REQUESTED,
    /** It works. */
    @JsonProperty("active")
    ACTIVE,
    /** Its tokens are refused everywhere until it is reactivated; its data stay as they are. */
    @JsonProperty("suspended")
    SUSPENDED,
    /** Its tokens are refused for good; its data stay until the retention date. */
    @JsonProperty("closed")
    CLOSED
}
