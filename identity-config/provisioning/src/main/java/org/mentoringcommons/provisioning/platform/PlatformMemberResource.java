package org.mentoringcommons.provisioning.platform;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.provisioning.revision.Revision;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Where operators appoint operators and analysts. */
@Path("/identity/v1/platform-members")
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@Tag(name = "Platform members", description = "People with roles on the whole platform")
class PlatformMemberResource {

    private final PlatformMembers members;
    private final Caller caller;

    PlatformMemberResource(PlatformMembers members, Caller caller) {
        this.caller = caller;
        this.members = members;
    }

    @POST
    @Operation(
            summary = "Gives a person platform roles",
            description = "Adds to the roles the person holds. Somebody without an account gets one.")
    @APIResponse(
            responseCode = "201",
            description = "The person holds the roles from the next token on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlatformMemberView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Keycloak is away, it will be done when it is back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlatformMemberView.class)))
    @APIResponse(responseCode = "400", description = "A field is not acceptable")
    @APIResponse(responseCode = "409", description = "The user name or the e-mail address is another person's")
    public RestResponse<PlatformMemberView> appoint(@Valid @NotNull NewPlatformMember wanted) {
        PlatformMemberView member = members.appoint(wanted.person(), wanted.roles(), null);
        return member.state() == State.ACTIVE
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, member)
                        .location(URI.create("/identity/v1/platform-members/" + member.username()))
                        .build()
                : RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, member)
                        .build();
    }

    @GET
    @Operation(
            summary = "Lists people with platform roles",
            description = "In the order of their user names; also the administrators of hubs. Not the first operator, "
                    + "who was there before this registry.")
    @APIResponse(responseCode = "200", description = "People; the header Link leads to the next page")
    public RestResponse<List<PlatformMemberView>> list(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        return members.all(after, limit).answer(request, PlatformMemberView::username);
    }

    @GET
    @Path("/{username}")
    @Operation(summary = "Shows a person with platform roles", description = "Its ETag goes into If-Match of a change.")
    @APIResponse(responseCode = "200", description = "The person")
    @APIResponse(responseCode = "404", description = "There is no such person")
    public RestResponse<PlatformMemberView> get(@PathParam("username") String username) {
        return answer(RestResponse.Status.OK, members.get(username));
    }

    @PUT
    @Path("/{username}/roles")
    @Operation(
            summary = "Sets a person's platform roles",
            description = "In the place of those held before; whether they administer a hub stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The roles hold from the person's next token on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlatformMemberView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Keycloak is away, it will be done when it is back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlatformMemberView.class)))
    @APIResponse(responseCode = "400", description = "A role is not acceptable")
    @APIResponse(responseCode = "404", description = "There is no such person")
    @APIResponse(responseCode = "409", description = "Operators do not take the role from themselves")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public RestResponse<PlatformMemberView> setRoles(
            @PathParam("username") String username,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull PlatformRolesWanted wanted) {
        if (!wanted.roles().contains(Roles.PLATFORM_OPERATOR)) {
            requireSomebodyElse(username);
        }
        PlatformMemberView member = members.change(username, wanted.roles(), ifMatch);
        return answer(member.state() == State.ACTIVE ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED, member);
    }

    @DELETE
    @Path("/{username}")
    @Operation(
            summary = "Dismisses a person from all platform roles",
            description =
                    "Also from administering a hub, which ends at once; other roles with the person's next token. "
                            + "The account and memberships of institutions stay.")
    @APIResponse(responseCode = "204", description = "The person holds no platform role from the next token on")
    @APIResponse(responseCode = "202", description = "Accepted; Keycloak is away, it will be done when it is back")
    @APIResponse(responseCode = "404", description = "There is no such person")
    @APIResponse(responseCode = "409", description = "Nobody dismisses themselves")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public RestResponse<Void> dismiss(
            @PathParam("username") String username,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        requireSomebodyElse(username);
        return members.dismiss(username, ifMatch).isPresent() ? RestResponse.accepted() : RestResponse.noContent();
    }

    /** So that there is always an operator left: whoever dismisses the last but one. */
    private void requireSomebodyElse(String username) {
        if (caller.subject().equals(members.get(username).subject())) {
            throw Refusal.conflict("own-role", "Nobody takes platform roles from themselves")
                    .detail("Ask another operator.")
                    .violation("username", "is your own")
                    .problem();
        }
    }

    private static RestResponse<PlatformMemberView> answer(RestResponse.Status status, PlatformMemberView member) {
        return RestResponse.ResponseBuilder.create(status, member)
                .tag(member.seen().tag())
                .build();
    }
}
