package org.mentoringcommons.curriculum.facilitator;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.http.Unkept;
import org.mentoringcommons.curriculum.hub.HubReach;
import org.mentoringcommons.curriculum.paging.Page;
import org.mentoringcommons.tenancy.Roles;

/** Whom the institutions of a hub offer. */
@Path("/curriculum/v1/hubs/{hub}/facilitators")
@Produces(MediaType.APPLICATION_JSON)
@Unkept
@RolesAllowed({Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
@Tag(name = "Facilitators")
class HubPoolResource {

    private final HubReach reach;
    private final Facilitators facilitators;

    HubPoolResource(HubReach reach, Facilitators facilitators) {
        this.reach = reach;
        this.facilitators = facilitators;
    }

    @GET
    @Operation(
            summary = "Lists a hub's pool of facilitators",
            description =
                    """
                    For the hub's administrators: those whom its institutions offer to others, with their last training \
                    and how many workshops they delivered. Who is not offered is not shown. In the order of their ids.""")
    @APIResponseSchema(FacilitatorView.Offered[].class)
    @APIResponse(responseCode = "404", description = "There is no such hub, or not for the caller")
    @APIResponse(responseCode = "503", description = "The registry cannot be asked whose hub it is: `registry-away`")
    public Response pool(
            @PathParam("hub") String hub,
            @QueryParam("after") @DefaultValue(FacilitatorResource.BEFORE_ALL) UUID after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        reach.require(hub);
        return Page.of(facilitators.ofHub(hub, after, limit + 1), limit, line -> line.id()
                        .toString())
                .answer(request);
    }
}
