package org.mentoringcommons.survey.instrument;

import static org.mentoringcommons.tenancy.Roles.ANALYST;
import static org.mentoringcommons.tenancy.Roles.EVALUATOR;
import static org.mentoringcommons.tenancy.Roles.FACILITATOR;
import static org.mentoringcommons.tenancy.Roles.HUB_ADMIN;
import static org.mentoringcommons.tenancy.Roles.INSTITUTION_ADMIN;
import static org.mentoringcommons.tenancy.Roles.PARTICIPANT;
import static org.mentoringcommons.tenancy.Roles.PLATFORM_OPERATOR;
import static org.mentoringcommons.tenancy.Roles.PORTAL;
import static org.mentoringcommons.tenancy.Roles.ROSTER_READER;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.page.Page;
import org.mentoringcommons.tenancy.Refusal;

/** Instruments are made by the platform's operator and read by everybody signed in. */
@Path("/survey/v1/instruments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Instruments", description = "What is asked: versions of item lists, frozen from their creation")
class InstrumentResource {

    private final Instruments instruments;
    private final AuditTrail trail;

    InstrumentResource(Instruments instruments, AuditTrail trail) {
        this.instruments = instruments;
        this.trail = trail;
    }

    @POST
    @RolesAllowed(PLATFORM_OPERATOR)
    @Transactional
    @Operation(
            summary = "Creates a version of an instrument",
            description = "It is frozen at once: a change is a new version. Scales are sums of then/now items.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = InstrumentView.class)))
    @APIResponse(responseCode = "400", description = "The definition contradicts itself; `violations` names where")
    @APIResponse(responseCode = "409", description = "This version exists: `instrument-exists`")
    public Response create(@NotNull @Valid NewInstrument wanted, @Context UriInfo request) {
        Instrument instrument = new Instrument(wanted);
        Violations violations = instrument.definition().violations();
        if (!violations.isEmpty()) {
            throw Refusal.badRequest("instrument-contradictory", "The definition contradicts itself")
                    .violations(violations.all())
                    .problem();
        }
        if (instruments.exists(instrument.reference())) {
            throw Refusal.conflict("instrument-exists", "This version of the instrument exists and is frozen")
                    .violation("version", "is taken")
                    .problem();
        }
        instruments.add(instrument);
        trail.record(Deed.of("instrument.published", "instrument", wanted.key()).detail("version " + wanted.version()));
        return Response.created(
                        request.getAbsolutePathBuilder().path("{key}/{version}").build(wanted.key(), wanted.version()))
                .entity(InstrumentView.of(instrument))
                .build();
    }

    @GET
    @RolesAllowed({
        INSTITUTION_ADMIN,
        FACILITATOR,
        EVALUATOR,
        PARTICIPANT,
        PORTAL,
        ROSTER_READER,
        PLATFORM_OPERATOR,
        HUB_ADMIN,
        ANALYST
    })
    @Transactional
    @Operation(summary = "Lists instruments", description = "By key and version, without their items.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` of relation `next` leads on",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = InstrumentSummary.class)))
    public Response list(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo request) {
        String[] cursor = (after + "/").split("/", 3);
        List<InstrumentSummary> found = instruments.after(cursor[0], cursor[1], limit + 1).stream()
                .map(InstrumentSummary::of)
                .toList();
        return Page.of(found, limit, InstrumentSummary::cursor, request);
    }

    @GET
    @Path("/{key}/{version}")
    @RolesAllowed({
        INSTITUTION_ADMIN,
        FACILITATOR,
        EVALUATOR,
        PARTICIPANT,
        PORTAL,
        ROSTER_READER,
        PLATFORM_OPERATOR,
        HUB_ADMIN,
        ANALYST
    })
    @Transactional
    @Operation(summary = "Shows a version of an instrument", description = "With all items and scales.")
    @APIResponse(responseCode = "200", description = "The instrument")
    @APIResponse(responseCode = "404", description = "There is no such instrument")
    public InstrumentView show(@PathParam("key") String key, @PathParam("version") String version) {
        return instruments
                .find(new InstrumentReference(key, version))
                .map(InstrumentView::of)
                .orElseThrow(() -> Refusal.notFound("instrument").problem());
    }
}
