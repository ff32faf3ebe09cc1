package org.mentoringcommons.analytics.response;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;

/** Where a platform operator sees whether kept counts are what the rows give, and has an institution counted anew. */
@Path("/analytics/v1/count-checks")
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Count checks", description = "Counts kept by changes against counts made from the rows")
class CountCheckResource {

    private final CountChecks checks;

    CountCheckResource(CountChecks checks) {
        this.checks = checks;
    }

    @GET
    @Operation(summary = "Shows what the checks found", description = "All institutions together, and who disagrees.")
    @APIResponse(responseCode = "200", description = "The findings; no number of any institution")
    public CountChecks.Findings findings() {
        return checks.findings();
    }

    @POST
    @Path("/{institution}/recount")
    @Operation(
            summary = "Has an institution counted anew from its rows",
            description = "Done within seconds; its answers go on being taken meanwhile.")
    @APIResponse(responseCode = "202", description = "It will be counted")
    @APIResponse(responseCode = "404", description = "Nothing is known of such an institution")
    public Response recount(@PathParam("institution") String institution) {
        if (!checks.askToCountAnew(tenant(institution))) {
            throw Refusal.notFound("institution").problem();
        }
        return Response.accepted().build();
    }

    private static Tenant tenant(String id) {
        try {
            return new Tenant(id);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.notFound("institution").problem();
        }
    }
}
