package org.mentoringcommons.curriculum.worksheet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.curriculum.http.Unkept;
import org.mentoringcommons.curriculum.institution.Institutions;
import org.mentoringcommons.curriculum.paging.Page;
import org.mentoringcommons.curriculum.person.People;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** A participant's own worksheets. */
@Path(SheetResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed(Roles.PARTICIPANT)
@Unkept
@Tag(name = "Worksheets", description = "What participants fill in for themselves: theirs alone, unless they show it")
class SheetResource {

    static final String PATH = "/curriculum/v1/worksheets";
    static final String BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

    private final FilledSheets sheets;
    private final Filling filling;
    private final People people;
    private final Institutions institutions;
    private final TenantBinding binding;
    private final AuditTrail trail;

    SheetResource(
            FilledSheets sheets,
            Filling filling,
            People people,
            Institutions institutions,
            TenantBinding binding,
            AuditTrail trail) {
        this.sheets = sheets;
        this.filling = filling;
        this.people = people;
        this.institutions = institutions;
        this.binding = binding;
        this.trail = trail;
    }

    @POST
    @Operation(
            summary = "Begins a sheet",
            description =
                    """
                    Of a worksheet of a published curriculum version, or of a published revision of the institution's own. It belongs to whoever begins it: nobody else at the \
                    institution can read it, in whatever role. Half filled in is fine; what is there has to fit.""")
    @APIResponseSchema(value = SheetView.class, responseCode = "201")
    @APIResponse(responseCode = "400", description = "No such worksheet, or `violations` names answers that do not fit")
    @APIResponse(responseCode = "409", description = "The person has 300 sheets")
    public Response begin(@Valid @NotNull NewSheet begun) {
        people.me();
        binding.tenant().ifPresent(institutions::requireActive);
        FilledSheet sheet = filling.begin(begun);
        return Response.created(URI.create(PATH + "/" + sheet.id()))
                .entity(SheetView.of(sheet))
                .build();
    }

    @GET
    @Operation(summary = "Lists one's own sheets", description = "Without what is on them, in the order of their ids.")
    @APIResponseSchema(SheetView[].class)
    public Response list(
            @QueryParam("after") @DefaultValue(BEFORE_ALL) UUID after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(300) int limit,
            @Context UriInfo request) {
        people.me();
        return Page.of(sheets.mine(after, limit + 1), limit, sheet -> sheet.id().toString())
                .map(sheet -> SheetView.of(sheet).head())
                .answer(request);
    }

    @GET
    @Path("/{sheet}")
    @Operation(summary = "Shows a sheet", description = "One's own, or one that is shown to the caller, as it is now.")
    @APIResponseSchema(SheetView.class)
    @APIResponse(responseCode = "404", description = "There is none that the caller may see")
    public SheetView show(@PathParam("sheet") UUID id) {
        String me = people.me();
        FilledSheet sheet = sheets.get(id);
        Map<String, String> names = people.names(Set.of(sheet.owner()));
        return SheetView.of(sheet, sheet.isOf(me) ? null : names.getOrDefault(sheet.owner(), ""));
    }

    @PUT
    @Path("/{sheet}/answers")
    @Operation(
            summary = "Saves answers",
            description =
                    """
                    As the next version; the same answers again change nothing. What has to add up has to once all of it \
                    is there. Of each sheet the newest 100 versions are kept.""")
    @APIResponseSchema(SheetView.class)
    @APIResponse(
            responseCode = "400",
            description = "`violations` names the answers that do not fit; nothing was saved")
    @APIResponse(responseCode = "404", description = "The caller has no such sheet")
    @APIResponse(responseCode = "409", description = "It was saved elsewhere meanwhile")
    public SheetView save(@PathParam("sheet") UUID id, @Valid @NotNull NewAnswers answers) {
        return SheetView.of(filling.save(id, answers));
    }

    @DELETE
    @Path("/{sheet}")
    @Operation(
            summary = "Deletes a sheet for good",
            description = "With all its versions, its shares and its consents to be compared.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "The caller has no such sheet")
    public Response delete(@PathParam("sheet") UUID id) {
        if (!sheets.delete(id)) {
            throw WorksheetProblem.noSuchSheet();
        }
        trail.record(Deed.of("worksheet.deleted", "worksheet", id.toString())
                .institution(binding.tenant().orElseThrow()));
        return Response.noContent().build();
    }
}
