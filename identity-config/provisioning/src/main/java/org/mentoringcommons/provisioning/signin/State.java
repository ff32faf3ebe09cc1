package org.mentoringcommons.provisioning.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a campus login has come. */
@Schema(name = "SignInState")
enum State {
    /** Wanted as it stands, and not known to be so in Keycloak. */
    @JsonProperty("requested")
    REQUESTED,
    /** People are sent there. */
    @JsonProperty("active")
    ACTIVE,
    /** Not wanted any more, and not known to have ended. */
    @JsonProperty("leaving")
    LEAVING,
    /** Keycloak will not have it so. */
    @JsonProperty("refused")
    REFUSED
}
