package org.mentoringcommons.curriculum.authoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.catalog.Contents;
import org.mentoringcommons.curriculum.catalog.Readership;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.difference.Comparison;
import org.mentoringcommons.curriculum.difference.Difference;
import org.mentoringcommons.curriculum.difference.DifferenceText;
import org.mentoringcommons.curriculum.download.Downloads;
import org.mentoringcommons.curriculum.download.Fetched;
import org.mentoringcommons.tenancy.Roles;

/** Versions as files, for whoever teaches or adapts them. */
@Path("/curriculum/v1/curricula/{curriculum}/versions/{version}")
@Transactional
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL, Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
@Tag(name = "Packages")
class ExportResource {

    static final String MARKDOWN = "text/markdown";

    private final Contents contents;
    private final Readership readership;
    private final Downloads downloads;

    ExportResource(Contents contents, Readership readership, Downloads downloads) {
        this.downloads = downloads;
        this.contents = contents;
        this.readership = readership;
    }

    @GET
    @Path("/package")
    @Produces("application/zip")
    @Operation(
            summary = "Exports a version as a package",
            description =
                    """
                    With every file as its author wrote it. Imported again it is the same version, and exported again \
                    the same zip, byte by byte. A published version's package may be kept for good.""")
    @APIResponse(
            responseCode = "200",
            description = "The package",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The client has it")
    @APIResponse(responseCode = "404", description = "There is no such version")
    public Response export(
            @PathParam("curriculum") String curriculum,
            @PathParam("version") String version,
            @Context Request request) {
        Contents.Seal seal = contents.seal(curriculum, version, readership.seesDrafts());
        return seal.kept().answer(request, seal.digest() + "-package", () -> {
            byte[] zip = ZipFiles.write(contents.whole(curriculum, version)
                    .orElseThrow(PackageProblem::noSuchVersion)
                    .files());
            downloads.count(Fetched.PACKAGE, curriculum, version);
            return Response.ok(zip)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"" + curriculum + "-" + version + ".zip\"");
        });
    }

    @GET
    @Path("/differences")
    @Produces({MediaType.APPLICATION_JSON, MARKDOWN})
    @Operation(
            summary = "Compares a version with an earlier or related one",
            description =
                    """
                    Module by module and part by part, with the lines that differ; as Markdown to read. By default \
                    another version of the same curriculum; name `fromCurriculum` to compare sisters.""")
    @APIResponse(
            responseCode = "200",
            description = "What differs",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Difference.class)),
                @Content(mediaType = MARKDOWN, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "One of both is not there")
    public Response differences(
            @PathParam("curriculum") String curriculum,
            @PathParam("version") String version,
            @QueryParam("from") @NotBlank String from,
            @QueryParam("fromCurriculum") String fromCurriculum,
            @Context HttpHeaders headers) {
        CurriculumPackage after = whole(curriculum, version).orElseThrow(PackageProblem::noSuchVersion);
        CurriculumPackage before = whole(fromCurriculum == null ? curriculum : fromCurriculum, from)
                .orElseThrow(PackageProblem::noSuchVersion);
        return answer(Comparison.of(before, after), headers);
    }

    static Response answer(Difference difference, HttpHeaders headers) {
        boolean markdown = headers.getAcceptableMediaTypes().stream()
                .findFirst()
                .filter(type -> type.toString().startsWith(MARKDOWN))
                .isPresent();
        return markdown
                ? Response.ok(DifferenceText.of(difference), MARKDOWN + ";charset=UTF-8")
                        .build()
                : Response.ok(difference, MediaType.APPLICATION_JSON).build();
    }

    private Optional<CurriculumPackage> whole(String curriculum, String version) {
        return readership.seesDrafts() ? contents.whole(curriculum, version) : contents.published(curriculum, version);
    }
}
