package org.mentoringcommons.curriculum.download;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** How far curricula have spread. */
@Path("/curriculum/v1/downloads")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.EVALUATOR, Roles.PORTAL, Roles.PLATFORM_OPERATOR})
@Tag(name = "Downloads", description = "How often what is fetched, by institution and month, and by nobody")
class DownloadResource {

    static final String MONTH = "[0-9]{4}-(0[1-9]|1[0-2])";
    static final String MESSAGE = "must be a month such as 2026-03";

    private final Downloads downloads;
    private final TenantBinding binding;

    DownloadResource(Downloads downloads, TenantBinding binding) {
        this.downloads = downloads;
        this.binding = binding;
    }

    @GET
    @Operation(
            summary = "Counts downloads by institution and month",
            description =
                    """
                    Packages, guides and cartridges of shared versions. An institution reads its own, a platform operator \
                    all, in the order of their ids. Nobody is counted by person, and what a client kept is not counted.""")
    @APIResponseSchema(DownloadsView[].class)
    @APIResponse(responseCode = "400", description = "A month is none")
    public Response list(
            @QueryParam("from") @DefaultValue("0001-01") @Pattern(regexp = MONTH, message = MESSAGE) String from,
            @QueryParam("to") @DefaultValue("9999-12") @Pattern(regexp = MONTH, message = MESSAGE) String to,
            @QueryParam("after")
                    @DefaultValue("")
                    @Pattern(regexp = "[0-9a-f-]{0,36}", message = "is no place in the list")
                    String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        return downloads.after(binding.tenant(), from, to, after, limit).answer(request);
    }
}
