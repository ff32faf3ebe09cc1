package org.mentoringcommons.survey.crosswalk;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.instrument.Definition;
import org.mentoringcommons.survey.instrument.Instrument;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.instrument.Instruments;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Crosswalks are declared by the platform's operator and read by whoever pools or asks. */
@Path("/survey/v1/crosswalks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Crosswalks", description = "Which items of two versions of instruments are the same; gaps are allowed")
class CrosswalkResource {

    private final Crosswalks crosswalks;
    private final Instruments instruments;
    private final AuditTrail trail;

    CrosswalkResource(Crosswalks crosswalks, Instruments instruments, AuditTrail trail) {
        this.crosswalks = crosswalks;
        this.instruments = instruments;
        this.trail = trail;
    }

    @POST
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @Transactional
    @Operation(
            summary = "Declares which items of two versions are the same",
            description = "It is frozen at once, as the versions are. Items must be answered alike.")
    @APIResponse(
            responseCode = "201",
            description = "Declared",
            content = @Content(schema = @Schema(implementation = CrosswalkView.class)))
    @APIResponse(
            responseCode = "400",
            description = "`crosswalk-contradictory`: `violations` names each field, such as `same[3].to`")
    @APIResponse(responseCode = "409", description = "These two versions have one: `crosswalk-exists`")
    public Response declare(@NotNull @Valid NewCrosswalk wanted, @Context UriInfo request) {
        Definition from = definition(wanted.from(), "from");
        Definition to = definition(wanted.to(), "to");
        Violations violations = wanted.violations(from, to);
        if (wanted.from().equals(wanted.to())) {
            violations.of("to").add("is the same version");
        }
        if (!violations.isEmpty()) {
            throw Refusal.badRequest("crosswalk-contradictory", "The crosswalk contradicts its versions")
                    .violations(violations.all())
                    .problem();
        }
        if (!crosswalks.add(wanted)) {
            throw Refusal.conflict("crosswalk-exists", "These two versions have a crosswalk, which is frozen")
                    .violation("to", "is taken")
                    .problem();
        }
        trail.record(Deed.of("crosswalk.declared", "instrument", wanted.from().key())
                .detail(wanted.from().version() + " to " + wanted.to().key() + " "
                        + wanted.to().version()));
        return Response.created(request.getAbsolutePathBuilder()
                        .path("{key}/{version}")
                        .build(wanted.from().key(), wanted.from().version()))
                .entity(view(crosswalks.find(wanted.from(), wanted.to()).orElseThrow()))
                .build();
    }

    @GET
    @Path("/{key}/{version}")
    @RolesAllowed({
        Roles.PLATFORM_OPERATOR,
        Roles.INSTITUTION_ADMIN,
        Roles.EVALUATOR,
        Roles.FACILITATOR,
        Roles.PORTAL,
        Roles.ANALYST,
        Roles.HUB_ADMIN
    })
    @Transactional
    @Operation(
            summary = "Lists the crosswalks of a version",
            description = "From it and to it, with the items that have no counterpart.")
    @APIResponse(responseCode = "200", description = "All of them")
    @APIResponse(responseCode = "404", description = "There is no such instrument")
    public List<CrosswalkView> list(@PathParam("key") String key, @PathParam("version") String version) {
        InstrumentReference reference = new InstrumentReference(key, version);
        if (instruments.find(reference).isEmpty()) {
            throw Refusal.notFound("instrument").problem();
        }
        return crosswalks.of(reference).stream().map(this::view).toList();
    }

    private CrosswalkView view(Crosswalk crosswalk) {
        return CrosswalkView.of(
                crosswalk,
                instruments.get(crosswalk.from()).definition(),
                instruments.get(crosswalk.to()).definition());
    }

    private Definition definition(InstrumentReference reference, String field) {
        return instruments.find(reference).map(Instrument::definition).orElseThrow(() -> Refusal.badRequest(
                        "instrument-unknown", "There is no such version of an instrument")
                .violation(field, "does not exist")
                .problem());
    }
}
