package org.mentoringcommons.provisioning.hub;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import org.mentoringcommons.tenancy.Roles;

/** Where operators open hubs. */
@Path("/identity/v1/hubs")
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@Tag(name = "Hubs", description = "Groups of institutions provisioned by the same administrators")
class HubResource {

    private final Hubs hubs;

    HubResource(Hubs hubs) {
        this.hubs = hubs;
    }

    @POST
    @Operation(summary = "Opens a hub", description = "Its key never changes.")
    @APIResponse(
            responseCode = "201",
            description = "The hub is open",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = HubView.class)))
    @APIResponse(responseCode = "400", description = "A field is not acceptable")
    @APIResponse(responseCode = "409", description = "There is a hub with this key")
    public RestResponse<HubView> open(@Valid @NotNull NewHub wanted) {
        HubView hub = hubs.open(wanted);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, hub)
                .location(URI.create("/identity/v1/hubs/" + hub.key()))
                .tag(hub.seen().tag())
                .build();
    }

    @GET
    @RolesAllowed({Roles.PLATFORM_OPERATOR, Roles.HUB_ADMIN})
    @Operation(summary = "Lists hubs", description = "In the order of their keys; a hub's administrator sees the own.")
    @APIResponse(responseCode = "200", description = "Hubs; the header Link leads to the next page")
    public RestResponse<List<HubView>> list(
            @Parameter(description = "Part of the name") @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        return hubs.within(name, after, limit).answer(request, HubView::key);
    }

    @GET
    @Path("/{hub}")
    @RolesAllowed({Roles.PLATFORM_OPERATOR, Roles.HUB_ADMIN})
    @Operation(summary = "Shows a hub", description = "Its administrators see the own.")
    @APIResponse(responseCode = "200", description = "The hub")
    @APIResponse(responseCode = "404", description = "There is no such hub, or not for the caller")
    public RestResponse<HubView> get(@PathParam("hub") String hub) {
        return answer(hubs.get(hub));
    }

    @PUT
    @Path("/{hub}")
    @Operation(summary = "Renames a hub", description = "Its key never changes.")
    @APIResponse(responseCode = "200", description = "The hub as it is now")
    @APIResponse(responseCode = "400", description = "The name is not acceptable")
    @APIResponse(responseCode = "404", description = "There is no such hub")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public RestResponse<HubView> rename(
            @PathParam("hub") String hub,
            @Parameter(description = Revision.IF_MATCH) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull HubName wanted) {
        return answer(hubs.rename(hub, ifMatch, wanted));
    }

    private static RestResponse<HubView> answer(HubView hub) {
        return RestResponse.ResponseBuilder.ok(hub).tag(hub.seen().tag()).build();
    }
}
