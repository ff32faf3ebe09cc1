package org.mentoringcommons.curriculum.adaptation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.authoring.ZipFiles;
import org.mentoringcommons.curriculum.cartridge.Cartridge;
import org.mentoringcommons.curriculum.catalog.TaughtVersion;
import org.mentoringcommons.curriculum.http.Kept;
import org.mentoringcommons.curriculum.planning.Proposal;
import org.mentoringcommons.curriculum.planning.Proposals;
import org.mentoringcommons.tenancy.Roles;

/** An institution's own version as it is taught: an agenda of it, and what learning platforms take. */
@Path(AdaptationResource.PATH + "/{adaptation}/revisions/{revision}")
@Transactional
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.FACILITATOR, Roles.PORTAL})
@Tag(name = "Adaptations")
class TaughtRevisionResource {

    private final Adaptations adaptations;

    TaughtRevisionResource(Adaptations adaptations) {
        this.adaptations = adaptations;
    }

    @GET
    @Path("/agenda")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Proposes an agenda of a revision for the time there is",
            description =
                    "As of a shared version: by `budget` or `minutes`, with what speaks against it. Nothing is kept.")
    @APIResponseSchema(Proposal.class)
    @APIResponse(responseCode = "400", description = "It is not said how much time there is, or for whom")
    @APIResponse(responseCode = "404", description = "The institution has no such adaptation or revision")
    public Proposal propose(
            @PathParam("adaptation") UUID id,
            @PathParam("revision") int number,
            @QueryParam("audience") @Parameter(required = true, description = "`mentee`, `mentor` or `combined`")
                    String audience,
            @QueryParam("budget") @Parameter(description = "`half_day` or `day`, in place of minutes") String budget,
            @QueryParam("minutes") @Parameter(description = "Of a session; once for each") @Size(max = 100)
                    List<@NotNull @Min(1) @Max(1440) Integer> minutes) {
        return Proposals.asked(
                TaughtVersion.of(adaptations.revision(id, number).whole().manifest()), audience, budget, minutes);
    }

    @GET
    @Path("/cartridge")
    @Produces("application/zip")
    @Operation(
            summary = "Exports a revision for a learning platform",
            description = "As a Common Cartridge 1.3, like a shared version; nothing in it is for facilitators.")
    @APIResponse(
            responseCode = "200",
            description = "The cartridge",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The client has it")
    @APIResponse(responseCode = "404", description = "The institution has no such adaptation or revision")
    public Response cartridge(
            @PathParam("adaptation") UUID id, @PathParam("revision") int number, @Context Request request) {
        // its pages may come to look better
        String tag = adaptations.head(id, number).digest() + "-cartridge1";
        return Kept.UNTIL_CHANGED.answer(request, tag, () -> {
            Revision revision = adaptations.revision(id, number);
            return Response.ok(ZipFiles.write(Cartridge.files(revision.whole())))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"" + revision.key() + "-r" + revision.number() + ".imscc\"");
        });
    }
}
