package org.mentoringcommons.provisioning.invitation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.provisioning.institution.Institutions;
import org.mentoringcommons.provisioning.reconciliation.Reconciler;
import org.mentoringcommons.tenancy.Roles;

/** Where people are asked by mail to join. */
@Path("/identity/v1/institutions/{alias}/invitations")
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
@Tag(name = "Invitations", description = "People asked by mail to join, who do so when they have said yes")
class InvitationResource {

    private final Institutions institutions;
    private final Invitations invitations;
    private final Reconciler reconciler;

    InvitationResource(Institutions institutions, Invitations invitations, Reconciler reconciler) {
        this.institutions = institutions;
        this.invitations = invitations;
        this.reconciler = reconciler;
    }

    @POST
    @Operation(
            summary = "Invites a person",
            description = "By a mail with a link that works once, for fourteen days. Whoever opens it and agrees is a "
                    + "member, with the account of that address, which is made if there is none.")
    @APIResponse(
            responseCode = "201",
            description = "The mail is on its way",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; the mail server is away, the mail goes out when it is back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(responseCode = "400", description = "A field is not acceptable")
    @APIResponse(responseCode = "404", description = "There is no such institution, or not for the caller")
    @APIResponse(responseCode = "409", description = "The person has an open invitation")
    public RestResponse<InvitationView> invite(@PathParam("alias") String alias, @Valid @NotNull NewInvitation wanted) {
        institutions.open(alias);
        UUID id = invitations.ask(alias, wanted);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, sent(alias, id))
                .status(statusOf(invitations.get(alias, id)))
                .location(URI.create("/identity/v1/institutions/" + alias + "/invitations/" + id))
                .build();
    }

    @GET
    @Operation(summary = "Lists invitations", description = "Open ones and those that are over.")
    @APIResponse(responseCode = "200", description = "Invitations; the header Link leads to the next page")
    @APIResponse(responseCode = "404", description = "There is no such institution, or not for the caller")
    public RestResponse<List<InvitationView>> list(
            @PathParam("alias") String alias,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        institutions.get(alias);
        return invitations.of(alias, after, limit).answer(request, view -> view.id()
                .toString());
    }

    @GET
    @Path("/{invitation}")
    @Operation(summary = "Shows an invitation")
    @APIResponse(responseCode = "200", description = "The invitation")
    @APIResponse(responseCode = "404", description = "There is no such invitation, or not for the caller")
    public InvitationView get(@PathParam("alias") String alias, @PathParam("invitation") UUID invitation) {
        institutions.get(alias);
        return invitations.get(alias, invitation);
    }

    @POST
    @Path("/{invitation}/reminders")
    @Operation(summary = "Sends the mail once more", description = "With another link; the one before ends.")
    @APIResponse(
            responseCode = "201",
            description = "The mail is on its way",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; the mail server is away, the mail goes out when it is back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(responseCode = "404", description = "There is no such invitation, or not for the caller")
    @APIResponse(responseCode = "409", description = "It is over, or a mail went out less than ten minutes ago")
    public RestResponse<InvitationView> remind(
            @PathParam("alias") String alias, @PathParam("invitation") UUID invitation) {
        institutions.get(alias);
        invitations.remind(alias, invitation);
        InvitationView view = sent(alias, invitation);
        return RestResponse.status(statusOf(view), view);
    }

    @DELETE
    @Path("/{invitation}")
    @Operation(summary = "Withdraws an invitation", description = "Its link ends; the address is forgotten.")
    @APIResponse(responseCode = "204", description = "The link is good no more")
    @APIResponse(responseCode = "404", description = "There is no such invitation, or not for the caller")
    @APIResponse(responseCode = "409", description = "It is over already")
    public void withdraw(@PathParam("alias") String alias, @PathParam("invitation") UUID invitation) {
        institutions.get(alias);
        invitations.withdraw(alias, invitation);
    }

    private InvitationView sent(String alias, UUID invitation) {
        reconciler.settle(invitations, invitation.toString());
        return invitations.get(alias, invitation);
    }

    private static RestResponse.Status statusOf(InvitationView invitation) {
        return invitation.state() == State.REQUESTED ? RestResponse.Status.ACCEPTED : RestResponse.Status.CREATED;
    }
}
