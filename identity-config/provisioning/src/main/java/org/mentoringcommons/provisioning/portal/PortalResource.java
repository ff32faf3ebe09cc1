package org.mentoringcommons.provisioning.portal;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.provisioning.institution.InstitutionView;
import org.mentoringcommons.provisioning.institution.Institutions;
import org.mentoringcommons.provisioning.institution.Settlement;
import org.mentoringcommons.provisioning.keycloak.Clients;
import org.mentoringcommons.provisioning.keycloak.Organizations;
import org.mentoringcommons.provisioning.reconciliation.Reconciler;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Where an institution gets clients for its own systems. */
@Path("/identity/v1/institutions/{alias}/portals")
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
@Tag(name = "Portals", description = "Machine clients that act for one institution")
class PortalResource {

    private final Institutions institutions;
    private final Portals portals;
    private final Clients clients;
    private final Organizations organizations;
    private final Reconciler reconciler;

    PortalResource(
            Institutions institutions,
            Portals portals,
            Clients clients,
            Organizations organizations,
            Reconciler reconciler) {
        this.institutions = institutions;
        this.portals = portals;
        this.clients = clients;
        this.organizations = organizations;
        this.reconciler = reconciler;
    }

    @POST
    @Operation(
            summary = "Makes a portal client",
            description = "A confidential client whose service account is a member of the institution. It asks for "
                    + "tokens by client credentials with scope organization:<alias>. The secret is shown this once.")
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
        String organization = organizationOf(institutions.get(alias));
        String clientId = portals.want(alias, wanted);
        String secret = Secret.make();
        boolean made = reconciler
                .alone(Settlement.KIND, alias, () -> {
                    String subject = clients.make(clientId, wanted.name(), secret);
                    organizations.join(organization, subject, wanted.roles());
                    return clientId;
                })
                .isPresent();
        if (!made || !portals.handOut(clientId)) {
            throw notNow();
        }
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, new NewPortalView(clientId, secret))
                .location(URI.create("/identity/v1/institutions/" + alias + "/portals/" + clientId))
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

    private static String organizationOf(InstitutionView institution) {
        if (institution.id() == null) {
            throw Refusal.conflict("institution-requested", "The institution is only requested yet")
                    .detail("It becomes active when Keycloak can be reached; ask again then.")
                    .problem();
        }
        return institution.id();
    }

    private static HttpProblem notNow() {
        return Refusal.of("keycloak-away", Response.Status.SERVICE_UNAVAILABLE, "Keycloak cannot be reached now")
                .detail("No portal was made; ask again later.")
                .problem();
    }
}
