package org.mentoringcommons.provisioning.member;

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
import org.mentoringcommons.provisioning.institution.Institutions;
import org.mentoringcommons.provisioning.institution.Settlement;
import org.mentoringcommons.provisioning.person.Newcomer;
import org.mentoringcommons.provisioning.person.People;
import org.mentoringcommons.provisioning.reach.Reach;
import org.mentoringcommons.provisioning.revision.Revision;
import org.mentoringcommons.tenancy.Roles;

/** Where an institution's people come, change roles, and go. */
@Path("/identity/v1/institutions/{alias}/members")
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
@Tag(name = "Members", description = "People of an institution and their roles there")
class MemberResource {

    private final Institutions institutions;
    private final Settlement settlement;
    private final Memberships memberships;
    private final People people;
    private final Reach reach;

    MemberResource(
            Institutions institutions, Settlement settlement, Memberships memberships, People people, Reach reach) {
        this.reach = reach;
        this.institutions = institutions;
        this.settlement = settlement;
        this.memberships = memberships;
        this.people = people;
    }

    @POST
    @Operation(
            summary = "Makes a person a member",
            description =
                    "Somebody without an account gets one. Whoever has the user name and the e-mail address joins with "
                            + "the account they have, if they have confirmed that address or a hub's administrator "
                            + "says so; others are to be invited instead. A user name with another address is "
                            + "another person's.")
    @APIResponse(
            responseCode = "201",
            description = "The person is a member from the next token on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MemberView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Keycloak is away, it will be done when it is back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "400", description = "A field is not acceptable")
    @APIResponse(responseCode = "404", description = "There is no such institution, or not for the caller")
    @APIResponse(responseCode = "409", description = "The person is a member, or the user name or e-mail is another's")
    public RestResponse<MemberView> join(@PathParam("alias") String alias, @Valid @NotNull NewMember wanted) {
        boolean vouched = reach.includesHub(institutions.open(alias).hub());
        Newcomer newcomer = people.newcomer(wanted.person(), "");
        memberships.join(alias, wanted.username(), newcomer, wanted.roles(), vouched);
        MemberView member = settled(alias, wanted.username());
        return RestResponse.ResponseBuilder.create(
                        member.state() == State.ACTIVE ? RestResponse.Status.CREATED : RestResponse.Status.ACCEPTED,
                        member)
                .location(URI.create("/identity/v1/institutions/" + alias + "/members/" + member.username()))
                .tag(member.seen().tag())
                .build();
    }

    @GET
    @Operation(summary = "Lists members", description = "In the order of their user names.")
    @APIResponse(responseCode = "200", description = "Members; the header Link leads to the next page")
    @APIResponse(responseCode = "404", description = "There is no such institution, or not for the caller")
    public RestResponse<List<MemberView>> list(
            @PathParam("alias") String alias,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        institutions.get(alias);
        return memberships.of(alias, after, limit).answer(request, MemberView::username);
    }

    @GET
    @Path("/{username}")
    @Operation(summary = "Shows a member", description = "Its ETag goes into If-Match of a change.")
    @APIResponse(responseCode = "200", description = "The member")
    @APIResponse(responseCode = "404", description = "There is no such member, or not for the caller")
    public RestResponse<MemberView> get(@PathParam("alias") String alias, @PathParam("username") String username) {
        institutions.get(alias);
        MemberView member = memberships.get(alias, username);
        return RestResponse.ResponseBuilder.ok(member).tag(member.seen().tag()).build();
    }

    @PUT
    @Path("/{username}/roles")
    @Operation(summary = "Sets a member's roles", description = "All of them, in the place of those held before.")
    @APIResponse(
            responseCode = "200",
            description = "The roles hold from the person's next token on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MemberView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Keycloak is away, it will be done when it is back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "400", description = "A role is not one of an institution's people")
    @APIResponse(responseCode = "404", description = "There is no such member, or not for the caller")
    @APIResponse(responseCode = "409", description = "The last institution-admin: only the hub's administrators may")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public RestResponse<MemberView> setRoles(
            @PathParam("alias") String alias,
            @PathParam("username") String username,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull RolesWanted wanted) {
        memberships.want(alias, username, wanted.roles(), ifMatch, mayLeaveWithoutAdministrator(alias));
        MemberView member = settled(alias, username);
        return RestResponse.ResponseBuilder.create(
                        member.state() == State.ACTIVE ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED, member)
                .tag(member.seen().tag())
                .build();
    }

    @DELETE
    @Path("/{username}")
    @Operation(
            summary = "Ends a membership",
            description = "With all roles it carries. The person's account and other memberships stay.")
    @APIResponse(responseCode = "204", description = "The person is no member from the next token on")
    @APIResponse(responseCode = "202", description = "Accepted; Keycloak is away, it will be done when it is back")
    @APIResponse(responseCode = "404", description = "There is no such member, or not for the caller")
    @APIResponse(responseCode = "409", description = "The last institution-admin: only the hub's administrators may")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public RestResponse<Void> leave(
            @PathParam("alias") String alias,
            @PathParam("username") String username,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        memberships.leave(alias, username, ifMatch, mayLeaveWithoutAdministrator(alias));
        settlement.now(alias);
        return memberships.outcome(alias, username).isPresent() ? RestResponse.accepted() : RestResponse.noContent();
    }

    /** An institution's own administrators cannot do it by accident; those of its hub can put in others again. */
    private boolean mayLeaveWithoutAdministrator(String alias) {
        return reach.includesHub(institutions.get(alias).hub());
    }

    private MemberView settled(String alias, String username) {
        settlement.now(alias);
        MemberView member = memberships
                .outcome(alias, username)
                .orElseThrow(() -> new IllegalStateException("a member left while being made"));
        if (member.refusal() != null) {
            throw member.refusal().problem("");
        }
        return member;
    }
}
