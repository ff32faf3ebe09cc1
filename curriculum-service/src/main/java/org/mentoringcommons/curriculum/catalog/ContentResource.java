package org.mentoringcommons.curriculum.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.content.Edition;
import org.mentoringcommons.curriculum.content.WorksheetFile;
import org.mentoringcommons.curriculum.download.Downloads;
import org.mentoringcommons.curriculum.download.Fetched;
import org.mentoringcommons.curriculum.guide.GuidePage;
import org.mentoringcommons.curriculum.http.Kept;
import org.mentoringcommons.tenancy.Roles;

/** What a version teaches: modules, worksheets and guides, as the caller's role allows; for good once published. */
@Path(CurriculumResource.PATH + "/{curriculum}/versions/{version}")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({
    Roles.INSTITUTION_ADMIN,
    Roles.FACILITATOR,
    Roles.EVALUATOR,
    Roles.PARTICIPANT,
    Roles.PORTAL,
    Roles.PLATFORM_OPERATOR,
    Roles.HUB_ADMIN,
    Roles.ANALYST
})
@Tag(name = "Content", description = "What a version teaches, for facilitators and for participants")
class ContentResource {

    private final Contents contents;
    private final ReadyPages ready;
    private final Readership readership;
    private final Downloads downloads;

    ContentResource(Contents contents, ReadyPages ready, Readership readership, Downloads downloads) {
        this.downloads = downloads;
        this.contents = contents;
        this.ready = ready;
        this.readership = readership;
    }

    @GET
    @Path("/modules/{module}")
    @Operation(
            summary = "Shows a module with its parts",
            description =
                    """
                    Facilitators read all of it; others what is meant for everyone. Markdown, and the same as safe HTML. \
                    Of a published version it never changes: it may be kept for good.""")
    @APIResponseSchema(ModuleView.class)
    @APIResponse(responseCode = "304", description = "The client has it")
    @APIResponse(responseCode = "403", description = "The edition asked for is for facilitators")
    @APIResponse(responseCode = "404", description = "There is no such version, or no such module in it")
    public Response module(
            @PathParam("curriculum") String curriculum,
            @PathParam("version") String version,
            @PathParam("module") String module,
            @QueryParam("edition") @Pattern(regexp = Edition.WORDS, message = "facilitators or participants")
                    String asked,
            @Context Request request) {
        Edition edition = readership.edition(Edition.of(asked));
        Contents.Seal seal = seal(curriculum, version);
        return seal.kept()
                .answer(
                        request,
                        seal.digest() + "-" + edition.name(),
                        () -> Response.ok(ready.json(
                                curriculum, version, seal, "module-" + module + "-" + edition, () -> contents.module(
                                                curriculum, version, module)
                                        .view(edition))));
    }

    @GET
    @Path("/worksheets/{worksheet}")
    @Operation(summary = "Shows a worksheet", description = "As data of its kind: rows, scales and wording.")
    @APIResponse(
            responseCode = "200",
            description = "The worksheet",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            examples =
                                                    """
                                                    {"kind": "checklist", "title": "Before we meet", "purpose": "To come prepared.",
                                                     "rows": [{"key": "agenda", "text": "I sent an agenda"}]}""")))
    @APIResponse(responseCode = "304", description = "The client has it")
    @APIResponse(responseCode = "404", description = "There is no such version, or no such worksheet in it")
    public Response worksheet(
            @PathParam("curriculum") String curriculum,
            @PathParam("version") String version,
            @PathParam("worksheet") String worksheet,
            @Context Request request) {
        Contents.Seal seal = seal(curriculum, version);
        return seal.kept().answer(request, seal.digest() + "-worksheet", () -> {
            JsonNode sheet = contents.worksheet(curriculum, version, worksheet)
                    .map(WorksheetFile::sheet)
                    .orElseThrow(CatalogProblem::noSuchWorksheet);
            return Response.ok(sheet);
        });
    }

    @GET
    @Path("/guide")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "Prints the whole version",
            description =
                    """
                    As one page to read or print: a table of contents, a new sheet of paper for each module, worksheets \
                    to fill in by hand, and whose work it is. Facilitators get theirs, others the participants'.""")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "The client has it")
    @APIResponse(responseCode = "403", description = "The edition asked for is for facilitators")
    @APIResponse(responseCode = "404", description = "There is no such version")
    public Response guide(
            @PathParam("curriculum") String curriculum,
            @PathParam("version") String version,
            @QueryParam("edition") @Pattern(regexp = Edition.WORDS, message = "facilitators or participants")
                    String asked,
            @Context Request request) {
        Edition edition = readership.edition(Edition.of(asked));
        Contents.Seal seal = seal(curriculum, version);
        // the content is for good, the page's look is not
        return Kept.UNTIL_CHANGED.answer(request, GuidePage.tag(seal.digest(), edition), () -> {
            byte[] page = ready.text(
                    curriculum,
                    version,
                    seal,
                    "guide-" + edition,
                    () -> GuidePage.of(
                            contents.whole(curriculum, version).orElseThrow(CatalogProblem::noSuchVersion), edition));
            downloads.count(Fetched.GUIDE, curriculum, version);
            return GuidePage.answer(page);
        });
    }

    private Contents.Seal seal(String curriculum, String version) {
        return contents.seal(curriculum, version, readership.seesDrafts());
    }
}
