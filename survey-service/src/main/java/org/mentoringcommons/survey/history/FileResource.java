package org.mentoringcommons.survey.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** Where the file of an import is sent. */
@Path(ImportResource.PATH + "/{import}/file")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.EVALUATOR})
@Tag(name = "Imports")
class FileResource {

    private final Importing importing;
    private final Receiving receiving;
    private final ImportWorker worker;
    private final TenantBinding binding;

    FileResource(Importing importing, Receiving receiving, ImportWorker worker, TenantBinding binding) {
        this.importing = importing;
        this.receiving = receiving;
        this.worker = worker;
        this.binding = binding;
    }

    @PUT
    @Consumes("text/csv")
    @Operation(
            summary = "Sends the file of an import",
            description =
                    """
                    CSV as the mapping says. If anything is wrong with it nothing is imported, and everything is told by line \
                    and column, without what it says: up to 200 things, and how many there are. A file that is good is taken \
                    at once if it is small, otherwise in the background; its answers are there all together. Answers that are \
                    here already, by this or another file, are passed over, so the same file again changes nothing. Of what \
                    no column is mapped from nothing is kept, nor is the file.""")
    @APIResponse(
            responseCode = "200",
            description = "With `dryRun`: what would come of it",
            content = @Content(schema = @Schema(implementation = ImportCheck.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is imported",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is going to be imported",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "400",
            description = "`import-malformed`: what is wrong, as violations of `line N, column`; `total` counts all")
    @APIResponse(responseCode = "404", description = "No such import, or its protocol is not for the caller")
    @APIResponse(
            responseCode = "409",
            description =
                    "`import-not-expecting`: it has its file, or is over; `imports-under-way`: as many as an institution has"
                            + " at once; `import-lost`: it was cancelled, or came too slowly")
    public Response send(
            @PathParam("protocol") UUID protocol,
            @PathParam("import") UUID id,
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
                                                                    workshop,id,consent,before,now,career
                                                                    2019-03,R_1,Yes,3,5,Postdoc""")))
                    InputStream file)
            throws IOException {
        importing.find(protocol, id);
        if (file == null) {
            throw Refusal.badRequest("import-malformed", "There is no file")
                    .violation("line 1", "is missing: the file is empty")
                    .problem();
        }
        Tenant institution = binding.tenant().orElseThrow();
        ImportCheck check = receiving.receive(institution, protocol, id, dryRun, file);
        if (dryRun) {
            return Response.ok(check).build();
        }
        Import one = importing.find(protocol, id);
        worker.workNow(institution, one);
        one = importing.find(protocol, id);
        return Response.status(one.state().isUnderWay() ? Response.Status.ACCEPTED : Response.Status.CREATED)
                .location(URI.create(ImportView.address(one)))
                .entity(importing.view(one))
                .build();
    }
}
