package org.mentoringcommons.curriculum.past;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Roles;

/** Takes workshops of the past. */
@Path("/curriculum/v1/past-workshops")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Workshops")
class PastWorkshopResource {

    private final PastImporting importing;

    PastWorkshopResource(PastImporting importing) {
        this.importing = importing;
    }

    @POST
    @Consumes("text/csv")
    @Operation(
            summary = "Imports workshops of the past from a CSV file",
            description =
                    """
                    UTF-8, a line each, at most 2,000. `sessions` reads `2019-03-02T09:00/240;2019-03-09T09:00/240` (what \
                    clocks showed, minutes); `modules` names what was delivered, `key:partly` what was in part, and \
                    `unknown` that nobody can tell. Nobody is asked about them now. If a line is wrong nothing is \
                    imported, and everything wrong is named. The same file again changes nothing, because `reference` \
                    is what your records call a workshop; what was imported is corrected as any workshop is.""")
    @APIResponseSchema(PastImport.class)
    @APIResponse(responseCode = "400", description = "Lines that cannot have been, as violations of `line N`")
    @APIResponse(responseCode = "404", description = "The institution is not known here (yet)")
    public PastImport take(
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema =
                                                    @Schema(
                                                            type = SchemaType.STRING,
                                                            examples =
                                                                    """
                                                                    reference,name,curriculum,version,mode,audience,timezone,sessions,enrolled,attended,modules
                                                                    2019-03,Spring 2019,mentoring-up,1.0.0,in_person,mentee,,2019-03-02T09:00/240,12,11,communication;expectations:partly""")))
                    @NotNull
                    byte[] file) {
        return importing.take(PastWorkshopFile.read(file), dryRun);
    }
}
