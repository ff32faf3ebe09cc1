package org.mentoringcommons.survey.adaptation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.instrument.Instrument;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.instrument.Instruments;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** How the institution asks a version of an instrument: the core locked, its own items after it, its own words over it. */
@Path("/survey/v1/adaptations/{instrument}/{version}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.EVALUATOR, Roles.FACILITATOR, Roles.PORTAL})
@Tag(name = "Adaptations", description = "An institution's own items beside an instrument, and its words over it")
class AdaptationResource {

    private final Adaptations adaptations;
    private final Instruments instruments;
    private final AuditTrail trail;
    private final TenantBinding binding;

    AdaptationResource(Adaptations adaptations, Instruments instruments, AuditTrail trail, TenantBinding binding) {
        this.adaptations = adaptations;
        this.instruments = instruments;
        this.trail = trail;
        this.binding = binding;
    }

    @GET
    @Transactional
    @Operation(summary = "Shows how the institution asks an instrument", description = "As waves that open now ask it.")
    @APIResponse(
            responseCode = "200",
            description = "The revision in force",
            content = @Content(schema = @Schema(implementation = AdaptationView.class)))
    @APIResponse(responseCode = "404", description = "There is no such instrument, or it is asked as it is")
    public Response show(@PathParam("instrument") String key, @PathParam("version") String version) {
        return shown(adaptations
                .latest(new InstrumentReference(key, version))
                .orElseThrow(() -> Refusal.notFound("adaptation").problem()));
    }

    @GET
    @Path("/{revision}")
    @Transactional
    @Operation(summary = "Shows an earlier revision", description = "Waves opened with it still ask it so.")
    @APIResponse(
            responseCode = "200",
            description = "The revision",
            content = @Content(schema = @Schema(implementation = AdaptationView.class)))
    @APIResponse(responseCode = "404", description = "There is no such revision")
    public Response revision(
            @PathParam("instrument") String key,
            @PathParam("version") String version,
            @PathParam("revision") int revision) {
        return shown(adaptations
                .find(new InstrumentReference(key, version), revision)
                .orElseThrow(() -> Refusal.notFound("adaptation").problem()));
    }

    @PUT
    @RolesAllowed(Roles.INSTITUTION_ADMIN)
    @Transactional
    @Operation(
            summary = "Adapts an instrument",
            description = "As a whole: what is left out is gone. Waves that are open stay as they are; waves that open"
                    + " from now on are asked so. The instrument's own items, options and scales stay untouched, so"
                    + " answers to them remain comparable; answers to own items are told apart and count with nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The new revision",
            content = @Content(schema = @Schema(implementation = AdaptationView.class)))
    @APIResponse(
            responseCode = "400",
            description = "`adaptation-contradictory`: `violations` names each field, such as `items[0].key`")
    @APIResponse(responseCode = "404", description = "There is no such instrument")
    @APIResponse(responseCode = "409", description = "`changed-meanwhile`: somebody else did at the same moment")
    @APIResponse(responseCode = "412", description = "`changed-since-read`: another revision came after the one read")
    public Response adapt(
            @PathParam("instrument") String key,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = "The ETag of what was read; none for the first")
                    String ifMatch,
            @NotNull @Valid NewAdaptation wanted) {
        Instrument instrument = instruments
                .find(new InstrumentReference(key, version))
                .orElseThrow(() -> Refusal.notFound("instrument").problem());
        Violations violations = wanted.violations(instrument.definition());
        if (!violations.isEmpty()) {
            throw Refusal.badRequest("adaptation-contradictory", "The adaptation contradicts itself or its instrument")
                    .violations(violations.all())
                    .problem();
        }
        int present = adaptations
                .latest(instrument.reference())
                .map(Adaptation::revision)
                .orElse(0);
        if (ifMatch != null && !ifMatch.trim().equals("\"" + present + "\"")) {
            throw Refusal.of(
                            "changed-since-read",
                            Response.Status.PRECONDITION_FAILED,
                            "It has changed since it was read")
                    .violation(HttpHeaders.IF_MATCH, "the ETag now is \"" + present + "\"")
                    .problem();
        }
        if (!adaptations.add(instrument.reference(), present, wanted)) {
            throw Refusal.conflict("changed-meanwhile", "Somebody else adapted it at the same moment")
                    .problem();
        }
        trail.record(Deed.of("instrument.adapted", "instrument", key)
                .institution(binding.tenant().orElseThrow())
                .detail("version " + version + ", revision " + (present + 1)));
        return shown(adaptations.latest(instrument.reference()).orElseThrow());
    }

    private static Response shown(Adaptation adaptation) {
        return Response.ok()
                .tag(new EntityTag(Integer.toString(adaptation.revision())))
                .entity(AdaptationView.of(adaptation))
                .build();
    }
}
