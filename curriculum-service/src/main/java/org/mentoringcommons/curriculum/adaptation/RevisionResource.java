package org.mentoringcommons.curriculum.adaptation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.authoring.ZipFiles;
import org.mentoringcommons.curriculum.catalog.Readership;
import org.mentoringcommons.curriculum.content.Edition;
import org.mentoringcommons.curriculum.guide.GuidePage;
import org.mentoringcommons.curriculum.http.Kept;
import org.mentoringcommons.tenancy.Roles;

/** The revisions of an adaptation, as files and as guides. */
@Path(AdaptationResource.PATH + "/{adaptation}")
@Transactional
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.FACILITATOR, Roles.PORTAL})
@Tag(name = "Adaptations")
class RevisionResource {

    private final Adaptations adaptations;
    private final Forking forking;
    private final Readership readership;

    RevisionResource(Adaptations adaptations, Forking forking, Readership readership) {
        this.adaptations = adaptations;
        this.forking = forking;
        this.readership = readership;
    }

    @PUT
    @Path("/package")
    @Consumes("application/zip")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Takes in what was rewritten",
            description =
                    """
                    The exported package with modules and parts dropped, added, rewritten or in another order, as the next \
                    revision; all faults are told at once, by file and line. The same package again changes nothing.""")
    @APIResponseSchema(AdaptationView.class)
    @APIResponse(responseCode = "400", description = "Faults, or the package is not of this adaptation")
    @APIResponse(responseCode = "404", description = "The institution has no such adaptation")
    @APIResponse(responseCode = "409", description = "There is a newer revision than `basedOn`")
    public AdaptationView rewrite(
            @PathParam("adaptation") UUID id,
            @QueryParam("basedOn") @DefaultValue("0") int basedOn,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/zip",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    @NotNull
                    byte[] zip) {
        forking.rewrite(id, basedOn, zip);
        return adaptations.get(id);
    }

    @GET
    @Path("/revisions/{revision}/package")
    @Produces("application/zip")
    @Operation(
            summary = "Exports a revision as a package",
            description = "With every file as it was written; taken in again it is the same.")
    @APIResponse(
            responseCode = "200",
            description = "The package",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The client has it")
    @APIResponse(responseCode = "404", description = "The institution has no such adaptation or revision")
    public Response export(
            @PathParam("adaptation") UUID id, @PathParam("revision") int number, @Context Request request) {
        String tag = adaptations.head(id, number).digest() + "-package";
        return Kept.FOR_GOOD.answer(request, tag, () -> zip(adaptations.revision(id, number)));
    }

    private static Response.ResponseBuilder zip(Revision revision) {
        return Response.ok(ZipFiles.write(revision.whole().files()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + revision.key() + "-r" + revision.number() + ".zip\"");
    }

    @GET
    @Path("/revisions/{revision}/guide")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.FACILITATOR, Roles.PORTAL, Roles.EVALUATOR, Roles.PARTICIPANT})
    @Operation(
            summary = "Prints a revision",
            description =
                    "As the shared version's guide; those who do not facilitate read what is published, in their edition.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "The client has it")
    @APIResponse(responseCode = "403", description = "The edition asked for is for facilitators")
    @APIResponse(responseCode = "404", description = "The institution has no such adaptation or revision to be read")
    public Response guide(
            @PathParam("adaptation") UUID id,
            @PathParam("revision") int number,
            @QueryParam("edition") @Pattern(regexp = Edition.WORDS, message = "facilitators or participants")
                    String asked,
            @Context Request request) {
        Edition edition = readership.edition(Edition.of(asked));
        AdaptationView.RevisionView head = adaptations.head(id, number);
        if (head.publishedAt() == null && readership.edition(null) == Edition.PARTICIPANTS) {
            throw AdaptationProblem.noSuchRevision();
        }
        return Kept.UNTIL_CHANGED.answer(
                request,
                GuidePage.tag(head.digest(), edition),
                () -> GuidePage.answer(adaptations.revision(id, number).whole(), edition));
    }

    @POST
    @Path("/revisions/{revision}/publish")
    @RolesAllowed(Roles.INSTITUTION_ADMIN)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Publishes a revision within the institution",
            description = "From then on its participants can read it, and workshops be held with it.")
    @APIResponseSchema(AdaptationView.class)
    @APIResponse(responseCode = "404", description = "The institution has no such adaptation or revision")
    @APIResponse(responseCode = "409", description = "It is published already")
    public AdaptationView publish(@PathParam("adaptation") UUID id, @PathParam("revision") int number) {
        forking.publish(id, number);
        return adaptations.get(id);
    }
}
