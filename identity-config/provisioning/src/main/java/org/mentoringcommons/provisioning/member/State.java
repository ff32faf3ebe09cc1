package org.mentoringcommons.provisioning.member;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a membership has come. */
@Schema(name = "MembershipState")
enum State {
    /** Wanted as it stands, and not known to be so in Keycloak. */
    @JsonProperty("requested")
    REQUESTED,
    /** So in Keycloak: holds from the person's next token on. */
    @JsonProperty("active")
    ACTIVE,
    /** Not wanted any more, and not known to have ended in Keycloak. */
    @JsonProperty("leaving")
    LEAVING,
    /** Keycloak will never have the person as described. */
    @JsonProperty("refused")
    REFUSED
}
