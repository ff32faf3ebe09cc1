package org.mentoringcommons.provisioning.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a wish for platform roles has come. */
@Schema(name = "PlatformMemberState")
public enum State {
    /** Wanted, and not known to be so in Keycloak. */
    @JsonProperty("requested")
    REQUESTED,
    /** So in Keycloak. */
    @JsonProperty("active")
    ACTIVE,
    /** Dismissed, and not known to be so in Keycloak. */
    @JsonProperty("leaving")
    LEAVING,
    /** Keycloak will never have it so. */
    @JsonProperty("refused")
    REFUSED
}
