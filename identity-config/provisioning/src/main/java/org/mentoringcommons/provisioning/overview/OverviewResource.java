package org.mentoringcommons.provisioning.overview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.provisioning.hub.Hubs;
import org.mentoringcommons.provisioning.paging.Page;
import org.mentoringcommons.tenancy.Roles;

/** Where a hub's administrators see how their institutions are doing. */
@Path("/identity/v1/hubs/{hub}/overview")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
@Tag(name = "Hubs")
class OverviewResource {

    private final Hubs hubs;
    private final Overviews overviews;

    OverviewResource(Hubs hubs, Overviews overviews) {
        this.hubs = hubs;
        this.overviews = overviews;
    }

    @GET
    @Operation(
            summary = "Shows a hub at a glance",
            description =
                    "Institutions, members, portals, workshops and waves as numbers; never a person, never an answer. "
                            + "Workshops and waves are counted moments after they change.")
    @APIResponseSchema(HubOverview.class)
    @APIResponse(responseCode = "200", description = "The hub; the header Link leads to more institutions")
    @APIResponse(responseCode = "404", description = "There is no such hub, or not for the caller")
    public RestResponse<HubOverview> overview(
            @PathParam("hub") String hub,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        hubs.require(hub);
        Page<InstitutionOverview> page = overviews.page(hub, after, limit);
        return page.answer(request, InstitutionOverview::alias, overviews.of(hub, page.items()));
    }
}
