package org.mentoringcommons.provisioning.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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

/** How a portal signs in, and where its pages are. */
@Path("/identity/v1/institutions/{alias}/portals")
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
@Tag(name = "Portals")
class PortalAccessResource {

    private final Institutions institutions;
    private final Portals portals;
    private final Handover handover;
    private final Settlement settlement;

    PortalAccessResource(Institutions institutions, Portals portals, Handover handover, Settlement settlement) {
        this.institutions = institutions;
        this.portals = portals;
        this.handover = handover;
        this.settlement = settlement;
    }

    @POST
    @Path("/{portal}/secrets")
    @Operation(
            summary = "Rotates a portal's secret",
            description =
                    "A new client id and secret, shown this once. Those before stay good for the overlap, at most "
                            + "thirty days, and then end by themselves.")
    @APIResponse(
            responseCode = "201",
            description = "Both the new secret and those before are good",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewPortalView.class)))
    @APIResponse(responseCode = "400", description = "The overlap is not acceptable")
    @APIResponse(responseCode = "404", description = "There is no such portal, or not for the caller")
    @APIResponse(responseCode = "409", description = "The portal signs instead, or has too many good secrets")
    @APIResponse(responseCode = "503", description = "Keycloak is away; nothing was made, ask again later")
    public RestResponse<NewPortalView> rotate(
            @PathParam("alias") String alias, @PathParam("portal") String portal, @Valid @NotNull Rotation rotation) {
        NewPortalView made = handover.rotate(institutions.open(alias), portal, rotation.length());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("/{portal}/secrets/{client}")
    @Operation(
            summary = "Ends one of several secrets now",
            description = "By its client id, before its time is up: when every system has moved, or when it leaked.")
    @APIResponse(responseCode = "204", description = "It gets no token any more")
    @APIResponse(responseCode = "202", description = "Accepted; Keycloak is away, it will be done when it is back")
    @APIResponse(responseCode = "404", description = "There is no such portal or secret, or not for the caller")
    @APIResponse(responseCode = "409", description = "It is the only one; rotate first, or revoke the portal")
    public RestResponse<Void> endSecret(
            @PathParam("alias") String alias, @PathParam("portal") String portal, @PathParam("client") String client) {
        institutions.get(alias);
        portals.endSecret(alias, portal, client);
        settlement.now(alias);
        return portals.isEnding(client) ? RestResponse.accepted() : RestResponse.noContent();
    }

    @PUT
    @Path("/{portal}/keys")
    @Operation(
            summary = "Sets the keys a portal signs with",
            description = "All that shall be good: give old and new together while systems move, then the new alone.")
    @APIResponse(
            responseCode = "200",
            description = "These keys are good, and no others",
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
    @APIResponse(responseCode = "400", description = "A key is not fit to sign in with")
    @APIResponse(responseCode = "404", description = "There is no such portal, or not for the caller")
    @APIResponse(responseCode = "409", description = "The portal has a secret")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public RestResponse<PortalView> setKeys(
            @PathParam("alias") String alias,
            @PathParam("portal") String portal,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull PortalKeys wanted) {
        KeySet keys = KeySet.of(wanted, "");
        return changed(alias, portal, ifMatch, "portal.keys-changed", present -> present.signWith(keys.json()));
    }

    @PUT
    @Path("/{portal}/front-end")
    @Operation(
            summary = "Says where a portal's pages are",
            description = "Makes a client without a secret for them (authorization code with PKCE), by which people of "
                    + "the institution sign in and come back to exactly these addresses.")
    @APIResponse(
            responseCode = "200",
            description = "The client is as wanted",
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
    @APIResponse(responseCode = "400", description = "An address is not acceptable")
    @APIResponse(responseCode = "404", description = "There is no such portal, or not for the caller")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public RestResponse<PortalView> setFrontEnd(
            @PathParam("alias") String alias,
            @PathParam("portal") String portal,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull FrontEnd wanted) {
        return changed(
                alias,
                portal,
                ifMatch,
                "portal.front-end-changed",
                present -> present.sendBackTo(wanted.redirectUris()));
    }

    @DELETE
    @Path("/{portal}/front-end")
    @Operation(summary = "Takes a portal's pages away", description = "Nobody can sign in there any more.")
    @APIResponse(responseCode = "204", description = "The client is gone")
    @APIResponse(responseCode = "202", description = "Accepted; Keycloak is away, it will be done when it is back")
    @APIResponse(responseCode = "404", description = "There is no such portal, or not for the caller")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public RestResponse<Void> removeFrontEnd(
            @PathParam("alias") String alias,
            @PathParam("portal") String portal,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        PortalView after = changed(
                        alias, portal, ifMatch, "portal.front-end-removed", present -> present.sendBackTo(List.of()))
                .getEntity();
        return after.settled() ? RestResponse.noContent() : RestResponse.accepted();
    }

    private RestResponse<PortalView> changed(
            String alias, String portal, String ifMatch, String action, java.util.function.Consumer<Portal> change) {
        institutions.get(alias);
        portals.change(alias, portal, ifMatch, action, change);
        settlement.now(alias);
        return PortalAnswer.of(portals.get(alias, portal));
    }
}
