package org.mentoringcommons.survey.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Roles;

/** Where the schema of mappings is. */
@Path("/survey/v1/import-mapping-schema")
@Produces("application/schema+json")
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.EVALUATOR})
@Tag(name = "Imports")
class MappingSchemaResource {

    private static final String SCHEMA = "/org/mentoringcommons/survey/history/mapping.schema.json";

    @GET
    @Operation(summary = "Shows what a mapping may look like", description = "As JSON Schema 2020-12, for editors.")
    @APIResponse(
            responseCode = "200",
            description = "The schema",
            content = @Content(mediaType = "application/schema+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Response schema() throws IOException {
        try (InputStream schema = MappingSchemaResource.class.getResourceAsStream(SCHEMA)) {
            return Response.ok(schema.readAllBytes()).build();
        }
    }
}
