package org.mentoringcommons.curriculum.past;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.workshop.Workshops;
import org.mentoringcommons.tenancy.Roles;

/** Takes workshops of the past. */
@Path("/curriculum/v1/past-workshops")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Workshops")
class PastWorkshopResource {

    private final PastImporting importing;
    private final Workshops workshops;

    PastWorkshopResource(PastImporting importing, Workshops workshops) {
        this.importing = importing;
        this.workshops = workshops;
    }

    @GET
    @RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.PORTAL, Roles.FACILITATOR, Roles.EVALUATOR})
    @Operation(
            summary = "Lists workshops of the past",
            description = "By what your records call them, as they were imported; whoever brings answers looks here.")
    public List<OnRecord> list(
            @Parameter(description = "References that come after this one") @QueryParam("after") @DefaultValue("")
                    String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        return workshops.importedAfter(after, limit).stream().map(OnRecord::of).toList();
    }

    /**
     * A workshop of the past.
     *
     * @param reference what the institution's records call it
     * @param over when its last session had ended
     */
    @Schema(name = "PastWorkshop")
    record OnRecord(String reference, UUID workshop, String curriculum, Instant over) {
        static OnRecord of(Workshops.OnRecord one) {
            return new OnRecord(one.reference(), one.workshop(), one.curriculum(), one.over());
        }
    }

    @DELETE
    @Path("/{workshop}")
    @Operation(
            summary = "Removes a workshop of the past",
            description =
                    "One that was imported, to which nothing was added since. What was collected about it goes with it"
                            + " wherever it is counted.")
    @APIResponse(responseCode = "204", description = "It is not on record any more")
    @APIResponse(responseCode = "404", description = "No such workshop of the past")
    @APIResponse(
            responseCode = "409",
            description = "`past-workshop-in-use`: people, facilitators or boards are kept with it")
    public void remove(@PathParam("workshop") UUID workshop) {
        importing.remove(workshop);
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
                    is what your records call a workshop; what was imported is corrected as any workshop is, and its numbers of \
                    people by `PUT …/people`.""")
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
