package org.mentoringcommons.provisioning.portal;

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
import org.mentoringcommons.provisioning.revision.Revision;
import org.mentoringcommons.tenancy.Roles;

/** Where an institution gets clients for its own systems. */
@Path("/identity/v1/institutions/{alias}/portals")
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
@Tag(name = "Portals", description = "Machine clients that act for one institution")
class PortalResource {

    private final Institutions institutions;
    private final Portals portals;
    private final Handover handover;
    private final Settlement settlement;

    PortalResource(Institutions institutions, Portals portals, Handover handover, Settlement settlement) {
        this.institutions = institutions;
        this.portals = portals;
        this.handover = handover;
        this.settlement = settlement;
    }

    @POST
    @Operation(
            summary = "Makes a portal client",
            description = "A confidential client whose service account is a member of the institution. It asks for "
                    + "tokens by client credentials with scope organization:<alias>, with a secret that is shown this "
                    + "once, or signing (private_key_jwt) if keys are given.")
    @APIResponse(
            responseCode = "201",
            description = "The client can sign in",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewPortalView.class)))
    @APIResponse(responseCode = "400", description = "A field is not acceptable")
    @APIResponse(responseCode = "404", description = "There is no such institution, or not for the caller")
    @APIResponse(responseCode = "409", description = "The institution is only requested yet")
    @APIResponse(responseCode = "503", description = "Keycloak is away; nothing was made, ask again later")
    public RestResponse<NewPortalView> make(@PathParam("alias") String alias, @Valid @NotNull NewPortal wanted) {
        NewPortalView made = handover.make(institutions.open(alias), wanted);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .location(URI.create("/identity/v1/institutions/" + alias + "/portals/" + made.clientId()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Operation(summary = "Lists portals", description = "In the order of their client ids; never their secrets.")
    @APIResponse(responseCode = "200", description = "Portals; the header Link leads to the next page")
    @APIResponse(responseCode = "404", description = "There is no such institution, or not for the caller")
    public RestResponse<List<PortalView>> list(
            @PathParam("alias") String alias,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        institutions.get(alias);
        return portals.of(alias, after, limit).answer(request, PortalView::clientId);
    }

    @GET
    @Path("/{portal}")
    @Operation(summary = "Shows a portal", description = "Its ETag goes into If-Match of a change.")
    @APIResponse(responseCode = "200", description = "The portal")
    @APIResponse(responseCode = "404", description = "There is no such portal, or not for the caller")
    public RestResponse<PortalView> get(@PathParam("alias") String alias, @PathParam("portal") String portal) {
        institutions.get(alias);
        PortalView found = portals.get(alias, portal);
        return RestResponse.ResponseBuilder.ok(found).tag(found.seen().tag()).build();
    }

    @PUT
    @Path("/{portal}")
    @Operation(
            summary = "Renames a portal and sets its roles",
            description = "All of them, in the place of those before.")
    @APIResponse(
            responseCode = "200",
            description = "The roles hold from the portal's next token on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PortalView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Keycloak is away, it will be done when it is back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PortalView.class)))
    @APIResponse(responseCode = "400", description = "A field is not acceptable")
    @APIResponse(responseCode = "404", description = "There is no such portal, or not for the caller")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public RestResponse<PortalView> change(
            @PathParam("alias") String alias,
            @PathParam("portal") String portal,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ChangedPortal wanted) {
        institutions.get(alias);
        portals.change(alias, portal, ifMatch, "portal.changed", present -> present.change(wanted));
        settlement.now(alias);
        return PortalAnswer.of(portals.get(alias, portal));
    }

    @DELETE
    @Path("/{portal}")
    @Operation(
            summary = "Revokes a portal",
            description = "It gets no token any more, by whichever secret or key, nor do its pages. A token it has "
                    + "already is good for five minutes at most.")
    @APIResponse(responseCode = "204", description = "The portal is gone")
    @APIResponse(responseCode = "202", description = "Accepted; Keycloak is away, it will be done when it is back")
    @APIResponse(responseCode = "404", description = "There is no such portal, or not for the caller")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public RestResponse<Void> revoke(
            @PathParam("alias") String alias,
            @PathParam("portal") String portal,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        institutions.get(alias);
        portals.change(alias, portal, ifMatch, "portal.revoked", Portal::revoke);
        settlement.now(alias);
        return portals.isGoing(portal) ? RestResponse.accepted() : RestResponse.noContent();
    }
}
