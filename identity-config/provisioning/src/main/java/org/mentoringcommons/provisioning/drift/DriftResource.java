package org.mentoringcommons.provisioning.drift;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.provisioning.institution.InstitutionView;
import org.mentoringcommons.provisioning.institution.Institutions;
import org.mentoringcommons.provisioning.keycloak.KeycloakAway;
import org.mentoringcommons.provisioning.keycloak.Sight;
import org.mentoringcommons.provisioning.paging.Page;
import org.mentoringcommons.tenancy.Roles;

/** Where those responsible see what in Keycloak is not as the registry says. */
@Path("/identity/v1/drift")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
@Tag(name = "Drift", description = "Where Keycloak differs from the registry; told, and never touched")
class DriftResource {

    private final Institutions institutions;
    private final Comparison comparison;
    private final Sight keycloak;

    DriftResource(Institutions institutions, Comparison comparison, Sight keycloak) {
        this.institutions = institutions;
        this.comparison = comparison;
        this.keycloak = keycloak;
    }

    @GET
    @Operation(
            summary = "Compares institutions with their organizations",
            description =
                    "Names, domains, standing, members and their roles, campus logins, as they are now in Keycloak; and "
                            + "keys that a campus announces and nobody has accepted. Each page looks "
                            + "at so many institutions in the order of their aliases and shows what differs, often nothing: "
                            + "follow the header Link to the end. What the registry did not make is told and left alone.")
    @APIResponse(responseCode = "200", description = "Differences; the header Link leads to the next institutions")
    @APIResponse(responseCode = "503", description = "Keycloak is away")
    public RestResponse<List<Difference>> differences(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @Context UriInfo request) {
        Page<InstitutionView> page = institutions.within(after, limit);
        List<Difference> differences = KeycloakAway.orRefusal(() -> page.items().stream()
                .flatMap(institution -> comparison.of(institution).stream())
                .toList());
        return page.answer(request, InstitutionView::alias, differences);
    }

    @GET
    @Path("/organizations")
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @Operation(
            summary = "Lists organizations that are no institution's",
            description = "Made by somebody else, or before the registry was restored. They are told and left alone.")
    @APIResponse(responseCode = "200", description = "All of them")
    @APIResponse(responseCode = "503", description = "Keycloak is away")
    public List<Sight.Listed> unknownOrganizations() {
        return KeycloakAway.orRefusal(() -> institutions.without(keycloak.organizations()));
    }
}
