package org.mentoringcommons.curriculum.authoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Roles;

/** Curricula written as files come in here. */
@Path("/curriculum/v1/packages")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@Tag(name = "Packages", description = "Curricula written as files: imported, exported, compared")
class PackageResource {

    private final Importing importing;

    PackageResource(Importing importing) {
        this.importing = importing;
    }

    @POST
    @Consumes("application/zip")
    @Operation(
            summary = "Imports a package as a draft",
            description =
                    """
                    A zip of `curriculum.json`, `modules/KEY/PART.md` and `worksheets/KEY.json`; all faults are told at \
                    once, by file and line, and nothing is imported then. A draft of the same version is replaced; the \
                    same package again changes nothing. What the curriculum is called, and for whom it is, is said by \
                    the draft imported last, until its first version is published. With `dryRun` nothing is imported at all.""")
    @APIResponseSchema(value = ImportReport.class, responseCode = "201")
    @APIResponse(responseCode = "200", description = "A dry run, or there was a draft of this version already")
    @APIResponse(
            responseCode = "400",
            description = "Faults, as violations of `FILE line N`: also what is no zip, too large, or out of place")
    @APIResponse(responseCode = "409", description = "The version is published with other content")
    public Response take(
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/zip",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    @NotNull
                    byte[] zip) {
        ImportReport report = importing.take(zip, dryRun);
        URI version = URI.create("/curriculum/v1/curricula/" + report.curriculum() + "/versions/" + report.version());
        Response.ResponseBuilder answer =
                !dryRun && report.outcome() == ImportReport.Outcome.CREATED ? Response.created(version) : Response.ok();
        return answer.entity(report).build();
    }
}
