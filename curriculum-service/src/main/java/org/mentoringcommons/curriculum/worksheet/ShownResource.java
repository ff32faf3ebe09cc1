package org.mentoringcommons.curriculum.worksheet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.http.Unkept;
import org.mentoringcommons.curriculum.paging.Page;
import org.mentoringcommons.curriculum.person.People;
import org.mentoringcommons.tenancy.Roles;

/** What others show to the caller. */
@Path("/curriculum/v1/shared-worksheets")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed(Roles.PARTICIPANT)
@Unkept
@Tag(name = "Worksheets")
class ShownResource {

    private final FilledSheets sheets;
    private final People people;

    ShownResource(FilledSheets sheets, People people) {
        this.sheets = sheets;
        this.people = people;
    }

    @GET
    @Operation(
            summary = "Lists the sheets that others show to the caller",
            description = "Without what is on them, in the order of their ids.")
    @APIResponseSchema(SheetView[].class)
    public Response shownToMe(
            @QueryParam("after") @DefaultValue(SheetResource.BEFORE_ALL) UUID after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(300) int limit,
            @Context UriInfo request) {
        people.me();
        List<FilledSheet> shown = sheets.shownToMe(after, limit + 1);
        Map<String, String> names =
                people.names(shown.stream().map(FilledSheet::owner).collect(Collectors.toSet()));
        return Page.of(shown, limit, sheet -> sheet.id().toString())
                .map(sheet -> SheetView.of(sheet, names.getOrDefault(sheet.owner(), ""))
                        .head())
                .answer(request);
    }
}
