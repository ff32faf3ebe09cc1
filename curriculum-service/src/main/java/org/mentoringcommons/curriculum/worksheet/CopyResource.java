package org.mentoringcommons.curriculum.worksheet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.http.Unkept;
import org.mentoringcommons.tenancy.Roles;

/** What its owner takes away of a sheet: what it said before, and the sheet on paper. */
@Path(SheetResource.PATH + "/{sheet}")
@Transactional
@RolesAllowed(Roles.PARTICIPANT)
@Unkept
@Tag(name = "Worksheets")
class CopyResource {

    private final FilledSheets sheets;

    CopyResource(FilledSheets sheets) {
        this.sheets = sheets;
    }

    @GET
    @Path("/versions")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lists the versions of one's own sheet", description = "The oldest first.")
    @APIResponseSchema(VersionView[].class)
    @APIResponse(responseCode = "404", description = "The caller has no such sheet")
    public List<VersionView> versions(@PathParam("sheet") UUID id) {
        return sheets.versions(sheets.own(id).id());
    }

    @GET
    @Path("/versions/{number}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Shows what one's own sheet said", description = "The answers as they were saved.")
    @APIResponse(
            responseCode = "200",
            description = "The answers",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "The caller has no such sheet, or it has no such version")
    public Response version(@PathParam("sheet") UUID id, @PathParam("number") int number) {
        return Response.ok(sheets.version(sheets.own(id).id(), number).orElseThrow(WorksheetProblem::noSuchVersion))
                .build();
    }

    @GET
    @Path("/export")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Exports one's own sheet", description = "All of it: what it asks, and every version of it.")
    @APIResponseSchema(SheetExport.class)
    @APIResponse(responseCode = "404", description = "The caller has no such sheet")
    public Response export(@PathParam("sheet") UUID id) {
        FilledSheet sheet = sheets.own(id);
        List<SheetExport.Saved> versions = sheets.versions(id).stream()
                .map(version -> new SheetExport.Saved(
                        version.version(),
                        version.savedAt(),
                        sheets.version(id, version.version()).orElseThrow()))
                .toList();
        return Response.ok(new SheetExport(SheetView.of(sheet), versions))
                .header("Content-Disposition", "attachment; filename=\"" + sheet.worksheet() + ".json\"")
                .build();
    }

    @GET
    @Path("/page")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "Prints a sheet",
            description = "As it is now, as a page to read or print: one's own, or one that is shown to the caller.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "There is none that the caller may see")
    public Response page(@PathParam("sheet") UUID id) {
        FilledSheet sheet = sheets.get(id);
        return FilledPage.answer(sheet.definition(), sheet.answers()).build();
    }
}
