package org.mentoringcommons.analytics.study;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.analytics.paging.Page;
import org.mentoringcommons.analytics.repeat.Revision;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Where studies are declared, before any result is seen, and edited. */
@Path(StudyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@Tag(name = "Studies", description = "What is analysed across institutions, declared before results are seen")
class StudyResource {

    static final String PATH = "/analytics/v1/studies";

    private final Studies studies;
    private final Declaring declaring;
    private final Viewing viewing;
    private final Caller caller;
    private final Clock clock;

    StudyResource(Studies studies, Declaring declaring, Viewing viewing, Caller caller, Clock clock) {
        this.studies = studies;
        this.declaring = declaring;
        this.viewing = viewing;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @Operation(
            summary = "Declares a study",
            description = "Institutions join by their administrator's agreement to the text given here as version 1.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewStudy.class),
                            examples = @ExampleObject(name = "small", value = Examples.STUDY)))
    @APIResponse(
            responseCode = "201",
            description = "Declared",
            content =
                    @Content(
                            schema = @Schema(implementation = StudyView.class),
                            examples = @ExampleObject(name = "small", value = Examples.SHOWN)))
    @APIResponse(
            responseCode = "400",
            description = "study-impossible: a field contradicts another or says something unknown; violations name it")
    @APIResponse(responseCode = "409", description = "study-exists: the key is taken")
    public Response declare(@NotNull @Valid NewStudy declared) {
        Study study = declaring.declare(declared, caller.subject(), now());
        return Response.created(URI.create(PATH + "/" + study.key()))
                .tag(new Revision(study.revision()).tag())
                .entity(StudyView.of(study))
                .build();
    }

    @GET
    @RolesAllowed({Roles.PLATFORM_OPERATOR, Roles.INSTITUTION_ADMIN, Roles.EVALUATOR})
    @Operation(
            summary = "Lists studies by key",
            description = "All for operators and institution administrators; for an evaluator those of their teams.")
    @APIResponse(
            responseCode = "200",
            description = "A page; the Link header leads to the next",
            content = @Content(schema = @Schema(implementation = StudyView[].class)))
    public RestResponse<List<StudyView>> list(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo request) {
        boolean all = caller.has(Roles.PLATFORM_OPERATOR) || caller.has(Roles.INSTITUTION_ADMIN);
        return Page.of(studies.after(after, limit, all ? Optional.empty() : Optional.of(caller.subject())), limit)
                .map(StudyView::of)
                .answer(request, StudyView::key);
    }

    @GET
    @Path("/{key}")
    @Authenticated
    @Operation(
            summary = "Shows a study in the version in force",
            description =
                    "For its team, for institution administrators, who decide whether to join, and for operators.")
    @APIResponse(
            responseCode = "200",
            description = "The declaration, with its ETag",
            content =
                    @Content(
                            schema = @Schema(implementation = StudyView.class),
                            examples = @ExampleObject(name = "small", value = Examples.SHOWN)))
    @APIResponse(responseCode = "304", description = "As in If-None-Match")
    @APIResponse(responseCode = "404", description = "There is no such study, or the caller is none of these people")
    public Response study(@PathParam("key") String key, @Context Request request) {
        Study study = viewing.declared(key);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(new Revision(study.revision()).tag());
        return unchanged != null ? unchanged.build() : shown(study);
    }

    @PUT
    @Path("/{key}")
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @Operation(
            summary = "Edits a study",
            description =
                    "In place until results of the version in force were first read; afterwards as a new version, while"
                            + " the old one stays readable. Team and agreement texts have addresses of their own.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EditedStudy.class),
                            examples = @ExampleObject(name = "small", value = Examples.EDITED)))
    @APIResponse(
            responseCode = "200",
            description = "The version now in force, with its ETag",
            content = @Content(schema = @Schema(implementation = StudyView.class)))
    @APIResponse(responseCode = "400", description = "study-impossible: violations name the fields")
    @APIResponse(responseCode = "404", description = "There is no such study")
    @APIResponse(responseCode = "412", description = "precondition-failed: the study changed, or was read, meanwhile")
    @APIResponse(responseCode = "428", description = "precondition-required: If-Match is missing")
    public Response edit(
            @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EditedStudy edited) {
        Study study =
                studies.lock(key).orElseThrow(() -> Refusal.notFound("study").problem());
        new Revision(study.revision()).require(ifMatch);
        return shown(declaring.edit(study, edited, caller.subject(), now()));
    }

    private static Response shown(Study study) {
        return Response.ok(StudyView.of(study))
                .tag(new Revision(study.revision()).tag())
                .build();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
