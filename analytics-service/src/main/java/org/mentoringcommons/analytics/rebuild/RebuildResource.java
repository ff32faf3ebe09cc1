package org.mentoringcommons.analytics.rebuild;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.exchange.Rebuilds;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Where a platform operator has all effects of the log made anew, and sees how far that is. */
@Path("/analytics/v1/rebuilds")
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rebuilds", description = "Workshops, waves, answers and codings made anew from the log")
class RebuildResource {

    private final Rebuilds rebuilds;
    private final Caller caller;

    RebuildResource(Rebuilds rebuilds, Caller caller) {
        this.rebuilds = rebuilds;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Forgets what the log did here and reads it again from its beginning",
            description =
                    "For when rows themselves are wrong; wrong counts alone need a recount only. Until it is done, whatever"
                            + " shows numbers answers 503. It survives the end of the instance that does it.")
    @APIResponse(
            responseCode = "202",
            description = "It begins within seconds",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Rebuilds.Rebuild.class)))
    @APIResponse(responseCode = "409", description = "One is under way")
    public Response rebuild() {
        if (!rebuilds.ask(caller.subject())) {
            throw Refusal.conflict("rebuild-under-way", "A rebuild is under way")
                    .problem();
        }
        return Response.accepted(rebuilds.last().orElseThrow()).build();
    }

    @GET
    @Path("/last")
    @Operation(summary = "Shows the last rebuild", description = "And how much of the log is still to be read.")
    @APIResponse(
            responseCode = "200",
            description = "The last rebuild asked for",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Rebuilds.Rebuild.class)))
    @APIResponse(responseCode = "404", description = "There never was any")
    public Rebuilds.Rebuild last() {
        return rebuilds.last().orElseThrow(() -> Refusal.notFound("rebuild").problem());
    }
}
