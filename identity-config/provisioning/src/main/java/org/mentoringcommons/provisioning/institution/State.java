package org.mentoringcommons.provisioning.institution;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an institution has come. */
@Schema(name = "InstitutionState")
public enum State {
    /** Wanted; its organization may exist already, half made. */
    @JsonProperty("requested")
    REQUESTED,
    /** It has its organization, and the other services are told. */
    @JsonProperty("active")
    ACTIVE
}
