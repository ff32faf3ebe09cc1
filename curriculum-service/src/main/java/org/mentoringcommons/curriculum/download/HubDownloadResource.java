package org.mentoringcommons.curriculum.download;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.hub.HubReach;
import org.mentoringcommons.tenancy.Roles;

/** How far curricula have spread among the institutions of a hub. */
@Path("/curriculum/v1/hubs/{hub}/downloads")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
@Tag(name = "Downloads")
class HubDownloadResource {

    private final HubReach reach;
    private final Downloads downloads;

    HubDownloadResource(HubReach reach, Downloads downloads) {
        this.reach = reach;
        this.downloads = downloads;
    }

    @GET
    @Operation(
            summary = "Counts a hub's downloads by institution and month",
            description = "For the hub's administrators, of the institutions it has now, in the order of their ids.")
    @APIResponseSchema(DownloadsView[].class)
    @APIResponse(responseCode = "400", description = "A month is none")
    @APIResponse(responseCode = "404", description = "There is no such hub, or not for the caller")
    @APIResponse(responseCode = "503", description = "The registry cannot be asked whose hub it is: `registry-away`")
    public Response list(
            @PathParam("hub") String hub,
            @QueryParam("from")
                    @DefaultValue("0001-01")
                    @Pattern(regexp = DownloadResource.MONTH, message = DownloadResource.MESSAGE)
                    String from,
            @QueryParam("to")
                    @DefaultValue("9999-12")
                    @Pattern(regexp = DownloadResource.MONTH, message = DownloadResource.MESSAGE)
                    String to,
            @QueryParam("after")
                    @DefaultValue("")
                    @Pattern(regexp = "[0-9a-f-]{0,36}", message = "is no place in the list")
                    String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        reach.require(hub);
        return downloads.ofHub(hub, from, to, after, limit).answer(request);
    }
}
