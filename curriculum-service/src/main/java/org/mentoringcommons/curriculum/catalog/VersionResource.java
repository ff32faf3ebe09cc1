package org.mentoringcommons.curriculum.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.curriculum.http.Kept;
import org.mentoringcommons.tenancy.Roles;

/** The versions of a curriculum: drafted, published for good, retired. */
@Path(CurriculumResource.PATH + "/{curriculum}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@Tag(name = "Curricula")
class VersionResource {

    private final Curricula curricula;
    private final Contents contents;
    private final ReadyPages ready;
    private final Readership readership;
    private final AuditTrail trail;
    private final Clock clock;

    VersionResource(
            Curricula curricula,
            Contents contents,
            ReadyPages ready,
            Readership readership,
            AuditTrail trail,
            Clock clock) {
        this.curricula = curricula;
        this.contents = contents;
        this.ready = ready;
        this.readership = readership;
        this.trail = trail;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Drafts a version without texts",
            description =
                    """
                    With all its modules, in the order they are taught; module keys stay stable across versions. A \
                    version with texts is imported as a package.""")
    @APIResponseSchema(value = VersionView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "There is no such curriculum")
    @APIResponse(responseCode = "409", description = "The curriculum has this version already")
    public Response draft(@PathParam("curriculum") String curriculum, @Valid @NotNull NewVersion drafted) {
        curricula.find(curriculum).orElseThrow(CatalogProblem::noSuchCurriculum);
        if (curricula.version(curriculum, drafted.version()).isPresent()) {
            throw CatalogProblem.versionExists();
        }
        CurriculumVersion version = new CurriculumVersion(curriculum, drafted);
        curricula.add(version);
        return Response.created(
                        URI.create(CurriculumResource.PATH + "/" + curriculum + "/versions/" + drafted.version()))
                .entity(version.view())
                .build();
    }

    @GET
    @Path("/{version}")
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
    @Operation(
            summary = "Shows a version",
            description =
                    """
                    With its modules in the order they are taught, its terms and where it comes from. Once published \
                    only its status can change; `If-None-Match` is answered 304 while nothing has.""")
    @APIResponseSchema(VersionView.class)
    @APIResponse(responseCode = "304", description = "Nothing has changed")
    @APIResponse(responseCode = "404", description = "There is no such version")
    public Response showVersion(
            @PathParam("curriculum") String curriculum,
            @PathParam("version") String version,
            @Context Request request) {
        Contents.Seal seal = contents.sealNow(curriculum, version, readership.seesDrafts());
        String status = seal.status().name().toLowerCase(Locale.ROOT);
        return Kept.UNTIL_CHANGED.answer(
                request,
                seal.digest() + "-" + status,
                () -> Response.ok(ready.json(curriculum, version, seal, status, () -> find(curriculum, version)
                        .view())));
    }

    @POST
    @Path("/{version}/publish")
    @Operation(summary = "Publishes a draft", description = "From then on it never changes.")
    @APIResponseSchema(VersionView.class)
    @APIResponse(responseCode = "404", description = "There is no such version")
    @APIResponse(
            responseCode = "409",
            description = "It is published already, or another was that calls the curriculum otherwise")
    public VersionView publish(@PathParam("curriculum") String curriculum, @PathParam("version") String version) {
        contents.publish(curriculum, version, clock.instant());
        trail.record(Deed.of("curriculum.published", "curriculum", curriculum).detail("version " + version));
        return find(curriculum, version).view();
    }

    @POST
    @Path("/{version}/retire")
    @Operation(
            summary = "Retires a published version",
            description =
                    "It stays readable, and workshops planned with it go on; no further workshop is planned with it.")
    @APIResponseSchema(VersionView.class)
    @APIResponse(responseCode = "404", description = "There is no such version")
    @APIResponse(responseCode = "409", description = "It is not published, or retired already")
    public VersionView retire(@PathParam("curriculum") String curriculum, @PathParam("version") String version) {
        CurriculumVersion found = find(curriculum, version);
        found.retire();
        curricula.flush();
        trail.record(Deed.of("curriculum.retired", "curriculum", curriculum).detail("version " + version));
        return found.view();
    }

    private CurriculumVersion find(String curriculum, String version) {
        return curricula.version(curriculum, version).orElseThrow(CatalogProblem::noSuchVersion);
    }
}
