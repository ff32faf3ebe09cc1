package org.mentoringcommons.provisioning.invitation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an invitation has come. */
@Schema(name = "InvitationState")
enum State {
    /** Written down; the mail is still to be taken by the mail server. */
    @JsonProperty("requested")
    REQUESTED,
    /** The mail is on its way. */
    @JsonProperty("sent")
    SENT,
    /** The person belongs to the institution. */
    @JsonProperty("accepted")
    ACCEPTED,
    /** Taken back. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** Its time is over. */
    @JsonProperty("expired")
    EXPIRED
}
