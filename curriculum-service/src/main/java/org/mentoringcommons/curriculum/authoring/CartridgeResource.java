package org.mentoringcommons.curriculum.authoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.cartridge.Cartridge;
import org.mentoringcommons.curriculum.catalog.Contents;
import org.mentoringcommons.curriculum.catalog.Readership;
import org.mentoringcommons.curriculum.download.Downloads;
import org.mentoringcommons.curriculum.download.Fetched;
import org.mentoringcommons.curriculum.http.Kept;
import org.mentoringcommons.tenancy.Roles;

/** Versions for learning platforms. */
@Path("/curriculum/v1/curricula/{curriculum}/versions/{version}/cartridge")
@Transactional
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL, Roles.HUB_ADMIN, Roles.PLATFORM_OPERATOR})
@Tag(name = "Packages")
class CartridgeResource {

    private final Contents contents;
    private final Readership readership;
    private final Downloads downloads;

    CartridgeResource(Contents contents, Readership readership, Downloads downloads) {
        this.downloads = downloads;
        this.contents = contents;
        this.readership = readership;
    }

    @GET
    @Produces("application/zip")
    @Operation(
            summary = "Exports a version for a learning platform",
            description =
                    """
                    As a Common Cartridge 1.3: a folder a module with its page and its links, and the worksheets, all as \
                    participants read them; nothing that is for facilitators.""")
    @APIResponse(
            responseCode = "200",
            description = "The cartridge",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The client has it")
    @APIResponse(responseCode = "404", description = "There is no such version")
    public Response cartridge(
            @PathParam("curriculum") String curriculum,
            @PathParam("version") String version,
            @Context Request request) {
        Contents.Seal seal = contents.seal(curriculum, version, readership.seesDrafts());
        // its pages may come to look better
        return Kept.UNTIL_CHANGED.answer(request, seal.digest() + "-cartridge1", () -> {
            byte[] zip = ZipFiles.write(
                    Cartridge.files(contents.whole(curriculum, version).orElseThrow(PackageProblem::noSuchVersion)));
            downloads.count(Fetched.CARTRIDGE, curriculum, version);
            return Response.ok(zip)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"" + curriculum + "-" + version + ".imscc\"");
        });
    }
}
