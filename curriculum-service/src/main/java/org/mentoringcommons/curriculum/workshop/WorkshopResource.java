package org.mentoringcommons.curriculum.workshop;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.catalog.Curricula;
import org.mentoringcommons.curriculum.catalog.PublishedVersion;
import org.mentoringcommons.tenancy.Roles;

/** An institution's workshops: planned, covered, delivered or cancelled. */
@Path(WorkshopResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Workshops", description = "What an institution delivers, and how far it has come")
class WorkshopResource {

    static final String PATH = "/curriculum/v1/workshops";
    private static final String BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

    private final Workshops workshops;
    private final WorkshopPlans plans;
    private final Curricula curricula;
    private final LocalModules local;
    private final Clock clock;

    WorkshopResource(Workshops workshops, WorkshopPlans plans, Curricula curricula, LocalModules local, Clock clock) {
        this.local = local;
        this.workshops = workshops;
        this.plans = plans;
        this.curricula = curricula;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Plans a workshop",
            description =
                    """
                    Sessions take place in the order given; they start at a moment (`startsAt`) or at what clocks show \
                    in the workshop's time zone (`localStart`). Which modules are covered is unknown until told. What \
                    speaks against the plan without forbidding it is answered as `warnings`.""")
    @APIResponseSchema(value = WorkshopView.class, responseCode = "201")
    @APIResponse(responseCode = "400", description = "Something is missing, or the curriculum version is not published")
    @APIResponse(responseCode = "404", description = "The institution is not known here (yet)")
    public Response plan(@Valid @NotNull NewWorkshop planned) {
        Workshop workshop = plans.plan(planned);
        return Response.created(URI.create(PATH + "/" + workshop.id()))
                .entity(shown(workshop))
                .build();
    }

    @PUT
    @Path("/{workshop}")
    @Operation(
            summary = "Plans a workshop anew, or corrects a delivered one",
            description =
                    """
                    Says all of it again. A session keeps its number, and with it attendance, boards and its place in \
                    calendars; who says the numbers may reorder, insert and drop as they like, and without them sessions \
                    stay in their order. One that was attended cannot be dropped. After delivery the curriculum version stays, sessions lie in the \
                    past, and the correction is told to whoever evaluates.""")
    @APIResponseSchema(WorkshopView.class)
    @APIResponse(responseCode = "400", description = "It cannot take place like this")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    @APIResponse(responseCode = "409", description = "It is cancelled, was attended otherwise, or changed meanwhile")
    @APIResponse(responseCode = "412", description = "It is not what `If-Match` names any more")
    public Response change(
            @PathParam("workshop") UUID id,
            @Parameter(description = "The `ETag` of what was read; without it the change is made to whatever is there")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @Valid @NotNull NewWorkshop changed,
            @Context Request request) {
        Tagged.requireAsRead(workshops.get(id), ifMatch, request);
        return tagged(plans.change(id, changed));
    }

    @GET
    @RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL, Roles.EVALUATOR})
    @Operation(summary = "Lists the institution's workshops", description = "In the order of their ids.")
    @APIResponseSchema(WorkshopView[].class)
    public Response list(
            @QueryParam("after") @DefaultValue(BEFORE_ALL) UUID after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        return workshops.after(after, limit).map(WorkshopView::of).answer(request);
    }

    @GET
    @Path("/{workshop}")
    @RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL, Roles.EVALUATOR})
    @Operation(
            summary = "Shows a workshop",
            description = "With its sessions, what was covered and how many people were enrolled and there.")
    @APIResponseSchema(WorkshopView.class)
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    public Response show(@PathParam("workshop") UUID id) {
        return tagged(workshops.get(id));
    }

    @PUT
    @Path("/{workshop}/coverage")
    @Operation(
            summary = "Records which modules were covered",
            description =
                    """
                    All at once, or module by module: `delivered`, `partly`, `not`, `unknown`. That nobody can tell is \
                    another answer than none; others are told of coverage once it is known of every module.""")
    @APIResponseSchema(WorkshopView.class)
    @APIResponse(responseCode = "400", description = "A module is not of the workshop's curriculum version")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    @APIResponse(responseCode = "409", description = "The workshop is cancelled, or was changed at the same time")
    public WorkshopView cover(@PathParam("workshop") UUID id, @Valid @NotNull NewCoverage coverage) {
        Workshop workshop = workshops.get(id);
        PublishedVersion version = curricula
                .oncePublished(workshop.curriculum(), workshop.curriculumVersion())
                .orElseThrow(WorkshopProblem::unknownVersion);
        workshop.cover(coverage.within(local.of(id).map(version::with).orElse(version)));
        return changed(workshop);
    }

    @POST
    @Path("/{workshop}/deliver")
    @Operation(
            summary = "Records that a workshop was delivered",
            description = "Possible once its last session has ended. Opens the survey, where a protocol asks for one.")
    @APIResponseSchema(WorkshopView.class)
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    @APIResponse(responseCode = "409", description = "A session has not ended, or it was delivered or cancelled before")
    public WorkshopView deliver(@PathParam("workshop") UUID id) {
        Workshop workshop = workshops.get(id);
        workshop.deliver(clock.instant());
        return changed(workshop);
    }

    @POST
    @Path("/{workshop}/cancel")
    @Operation(summary = "Cancels a planned workshop", description = "It stays readable and changes no more.")
    @APIResponseSchema(WorkshopView.class)
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    @APIResponse(responseCode = "409", description = "It was delivered or cancelled before")
    public WorkshopView cancel(@PathParam("workshop") UUID id) {
        Workshop workshop = workshops.get(id);
        workshop.cancel(clock.instant());
        workshops.rescheduled(workshop);
        return shown(workshop);
    }

    private WorkshopView changed(Workshop workshop) {
        workshops.changed(workshop);
        return shown(workshop);
    }

    private Response tagged(Workshop workshop) {
        return Tagged.answer(workshop, shown(workshop));
    }

    private WorkshopView shown(Workshop workshop) {
        return WorkshopView.of(workshop, plans.warnings(workshop));
    }
}
