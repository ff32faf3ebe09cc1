package org.mentoringcommons.survey.form;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.draft.NewDraft;
import org.mentoringcommons.survey.invitation.LinkBinding;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.response.Drafting;

/** Saving for portals: what is typed so far, to go on with by the same token anywhere. */
@Path("/survey/v1/forms/{token}/draft")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Forms")
class DraftResource {

    private final LinkBinding links;
    private final Drafting drafting;

    DraftResource(LinkBinding links, Drafting drafting) {
        this.links = links;
        this.drafting = drafting;
    }

    @PUT
    @Operation(
            summary = "Saves what is typed so far",
            description = "Showing the form brings it back, to whoever has the token, until it is sent, declined,"
                    + " withdrawn or discarded, or the wave closes. Answers are judged when they are sent: a pair may lack"
                    + " a half. A retry changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Saved",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "400", description = "`draft-invalid`: `violations` names each field")
    @APIResponse(responseCode = "403", description = "`institution-suspended` or `institution-closed`")
    @APIResponse(responseCode = "404", description = "The token leads nowhere: `invitation-not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`draft-changed`: saved elsewhere since `revision`; `already-answered`, `withdrawn`,"
                    + " `wave-not-open` or `wave-closed`")
    public Response save(@PathParam("token") String token, @NotNull @Valid NewDraft typed) {
        return HtmlPage.secret(Response.ok(DraftView.of(drafting.save(links.bind(token), typed))))
                .build();
    }

    @DELETE
    @Operation(summary = "Discards what was saved", description = "Also where the institution is suspended.")
    @APIResponse(responseCode = "204", description = "Nothing is saved any more")
    @APIResponse(responseCode = "404", description = "The token leads nowhere: `invitation-not-found`")
    public Response discard(@PathParam("token") String token) {
        drafting.discard(links.bindToLeave(token));
        return Response.noContent().build();
    }
}
