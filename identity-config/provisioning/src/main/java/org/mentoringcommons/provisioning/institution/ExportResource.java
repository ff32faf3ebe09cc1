package org.mentoringcommons.provisioning.institution;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.tenancy.Roles;

/** Where an institution, or whoever closes it, takes along what the registry holds of it. */
@Path("/identity/v1/institutions/{alias}/export")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR, Roles.INSTITUTION_ADMIN})
@Tag(name = "Institutions")
class ExportResource {

    private final Exports exports;

    ExportResource(Exports exports) {
        this.exports = exports;
    }

    @GET
    @Operation(
            summary = "Downloads all that the registry holds of an institution",
            description =
                    "Itself, its members, its portals without secrets, and what was done to it. Of a closed one until "
                            + "its retention is over; after that its people and portals are gone from it.")
    @APIResponseSchema(InstitutionExport.class)
    @APIResponse(responseCode = "200", description = "A JSON file named after the alias")
    @APIResponse(responseCode = "404", description = "There is no such institution, or not for the caller")
    public RestResponse<InstitutionExport> download(@PathParam("alias") String alias) {
        return RestResponse.ResponseBuilder.ok(exports.of(alias))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + alias + ".json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
