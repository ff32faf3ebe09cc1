package org.mentoringcommons.curriculum.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.curriculum.http.Kept;
import org.mentoringcommons.curriculum.paging.Page;
import org.mentoringcommons.tenancy.Roles;

/** The catalog: read by everybody who is signed in, written by platform operators. */
@Path(CurriculumResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({
    Roles.INSTITUTION_ADMIN,
    Roles.FACILITATOR,
    Roles.EVALUATOR,
    Roles.PARTICIPANT,
    Roles.PORTAL,
    Roles.ROSTER_READER,
    Roles.PLATFORM_OPERATOR,
    Roles.HUB_ADMIN,
    Roles.ANALYST
})
@Tag(name = "Curricula", description = "What can be taught: shared curricula in immutable versions")
class CurriculumResource {

    static final String PATH = "/curriculum/v1/curricula";

    private final Curricula curricula;
    private final Readership readership;
    private final AuditTrail trail;

    CurriculumResource(Curricula curricula, Readership readership, AuditTrail trail) {
        this.curricula = curricula;
        this.readership = readership;
        this.trail = trail;
    }

    @POST
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @Operation(summary = "Announces a curriculum", description = "Its content follows as versions.")
    @APIResponseSchema(value = CurriculumView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "There is a curriculum of this key")
    public Response announce(@Valid @NotNull NewCurriculum announced) {
        if (curricula.find(announced.key()).isPresent()) {
            throw CatalogProblem.curriculumExists();
        }
        if (announced.adaptedFrom() != null
                && curricula.find(announced.adaptedFrom()).isEmpty()) {
            throw CatalogProblem.unknownSource();
        }
        Curriculum curriculum = new Curriculum(announced);
        curricula.add(curriculum);
        trail.record(Deed.of("curriculum.announced", "curriculum", announced.key()));
        return Response.created(URI.create(PATH + "/" + announced.key()))
                .entity(curriculum.view(List.of()))
                .build();
    }

    @GET
    @Operation(
            summary = "Lists curricula",
            description = "In the order of their keys; platform operators see the drafts among their versions.")
    @APIResponseSchema(CurriculumView[].class)
    @APIResponse(responseCode = "304", description = "Nothing on this page has changed")
    public Response list(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo uri,
            @Context Request request) {
        Page<CurriculumView> page = curricula.after(after, limit, readership.seesDrafts());
        return Kept.UNTIL_CHANGED.answer(request, tag(page), () -> page.body(uri));
    }

    @GET
    @Path("/{curriculum}")
    @Operation(
            summary = "Shows a curriculum",
            description =
                    "With its source, its terms and the versions it has; their modules are shown with the version.")
    @APIResponseSchema(CurriculumView.class)
    @APIResponse(responseCode = "304", description = "Nothing has changed")
    @APIResponse(responseCode = "404", description = "There is no such curriculum")
    public Response show(@PathParam("curriculum") String curriculum, @Context Request request) {
        CurriculumView view = curricula.view(
                curricula.find(curriculum).orElseThrow(CatalogProblem::noSuchCurriculum), readership.seesDrafts());
        return Kept.UNTIL_CHANGED.answer(request, tag(view), () -> Response.ok(view));
    }

    /** Names what is told, which is records of text all the way down. */
    private static String tag(Record told) {
        return UUID.nameUUIDFromBytes(told.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
