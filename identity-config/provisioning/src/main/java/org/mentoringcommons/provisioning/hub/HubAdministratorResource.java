package org.mentoringcommons.provisioning.hub;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.provisioning.person.NewPerson;
import org.mentoringcommons.provisioning.platform.PlatformMemberView;
import org.mentoringcommons.provisioning.platform.PlatformMembers;
import org.mentoringcommons.provisioning.platform.State;
import org.mentoringcommons.provisioning.revision.Revision;
import org.mentoringcommons.tenancy.Roles;

/** Where operators appoint and dismiss the administrators of a hub. */
@Path("/identity/v1/hubs/{hub}/administrators")
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@Tag(name = "Hubs")
class HubAdministratorResource {

    private final Hubs hubs;
    private final PlatformMembers members;

    HubAdministratorResource(Hubs hubs, PlatformMembers members) {
        this.hubs = hubs;
        this.members = members;
    }

    @POST
    @Operation(
            summary = "Appoints an administrator of a hub",
            description = "Somebody without an account gets one. A person administers at most one hub.")
    @APIResponse(
            responseCode = "201",
            description = "The person administers the hub from the next token on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HubAdministratorView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Keycloak is away, it will be done when it is back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HubAdministratorView.class)))
    @APIResponse(responseCode = "400", description = "A field is not acceptable")
    @APIResponse(responseCode = "404", description = "There is no such hub")
    @APIResponse(
            responseCode = "409",
            description = "The person administers another hub, or the user name or e-mail is another's")
    public RestResponse<HubAdministratorView> appoint(
            @PathParam("hub") String hub, @Valid @NotNull NewPerson administrator) {
        hubs.require(hub);
        PlatformMemberView member = members.appoint(administrator, Set.of(Roles.HUB_ADMIN), hub);
        HubAdministratorView view = HubAdministratorView.of(member);
        return member.state() == State.ACTIVE
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                        .location(URI.create("/identity/v1/hubs/" + hub + "/administrators/" + view.username()))
                        .build()
                : RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, view)
                        .build();
    }

    @GET
    @RolesAllowed({Roles.PLATFORM_OPERATOR, Roles.HUB_ADMIN})
    @Operation(
            summary = "Lists a hub's administrators",
            description = "In the order of their user names; they see each other.")
    @APIResponse(responseCode = "200", description = "Administrators; the header Link leads to the next page")
    @APIResponse(responseCode = "404", description = "There is no such hub, or not for the caller")
    public RestResponse<List<HubAdministratorView>> list(
            @PathParam("hub") String hub,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        hubs.require(hub);
        return members.administratorsOf(hub, after, limit)
                .map(HubAdministratorView::of)
                .answer(request, HubAdministratorView::username);
    }

    @DELETE
    @Path("/{username}")
    @Operation(
            summary = "Dismisses an administrator of a hub",
            description =
                    "From this moment, also while Keycloak is away: which hub somebody administers is read in the "
                            + "registry. Other platform roles, the account and memberships stay.")
    @APIResponse(responseCode = "204", description = "The person administers the hub no more")
    @APIResponse(
            responseCode = "202",
            description = "Likewise; only the role in new tokens is still to be taken, when Keycloak is back")
    @APIResponse(responseCode = "404", description = "There is no such hub, or this is none of its administrators")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public RestResponse<Void> dismiss(
            @PathParam("hub") String hub,
            @PathParam("username") String username,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        hubs.require(hub);
        return members.dismissFrom(hub, username, ifMatch) ? RestResponse.noContent() : RestResponse.accepted();
    }
}
