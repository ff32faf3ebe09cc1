package org.mentoringcommons.survey.invitation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Roles;

/** Deletion of what came from a roster, by the institution on the person's request. */
@Path("/survey/v1/participants/{participant}")
@RolesAllowed(Roles.INSTITUTION_ADMIN)
@Tag(name = "Withdrawal")
class ForgettingResource {

    private final Forgetting forgetting;

    ForgettingResource(Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    @DELETE
    @Operation(
            summary = "Deletes a participant's invitations",
            description = "On the person's request; none is made again while the roster still names the participant."
                    + " Answers stay as they are: nobody can tell which they are. Repeating it changes nothing.")
    @APIResponse(responseCode = "204", description = "Deleted, now or before")
    @APIResponse(responseCode = "404", description = "The institution never invited such a participant")
    public Response byParticipant(@PathParam("participant") UUID participant) {
        forgetting.forget(participant);
        return Response.noContent().build();
    }
}
