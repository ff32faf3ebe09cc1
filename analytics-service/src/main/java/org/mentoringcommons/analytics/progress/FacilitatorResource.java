package org.mentoringcommons.analytics.progress;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/**
 * Where an institution's administrator says who facilitated a workshop. Nobody is taken to have: who is not named sees of
 * a workshop of a few people nothing.
 */
@Path("/analytics/v1/progress/workshops/{workshop}/facilitators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INSTITUTION_ADMIN)
@Transactional
@Tag(name = "Progress")
class FacilitatorResource {

    private final Facilitators facilitators;
    private final Askings askings;
    private final Caller caller;
    private final Clock clock;
    private final AuditTrail trail;

    FacilitatorResource(Facilitators facilitators, Askings askings, Caller caller, Clock clock, AuditTrail trail) {
        this.facilitators = facilitators;
        this.askings = askings;
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
    }

    @GET
    @Operation(summary = "Lists who facilitated a workshop", description = "Subjects; a handful at most.")
    @APIResponse(
            responseCode = "200",
            description = "Their subjects",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            implementation = String[].class,
                                            examples = "[\"2f1c0b52-6f0e-4a0e-9f0c-0d6f6f1f7a11\"]")))
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    public List<String> list(@PathParam("workshop") UUID workshop) {
        known(workshop);
        return facilitators.of(workshop);
    }

    @PUT
    @Path("/{subject}")
    @Operation(summary = "Says that a person facilitated a workshop", description = "A second time changes nothing.")
    @APIResponse(responseCode = "204", description = "Named")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    public void name(@PathParam("workshop") UUID workshop, @PathParam("subject") @Size(max = 255) String subject) {
        known(workshop);
        if (facilitators.name(workshop, subject, caller.subject(), clock.instant())) {
            record("workshop.facilitator-named", workshop, subject);
        }
    }

    @DELETE
    @Path("/{subject}")
    @Operation(summary = "Takes back that a person facilitated a workshop", description = "From now on.")
    @APIResponse(responseCode = "204", description = "Not named any more")
    @APIResponse(responseCode = "404", description = "There is no such workshop, or the person was not named")
    public void forget(@PathParam("workshop") UUID workshop, @PathParam("subject") String subject) {
        known(workshop);
        if (!facilitators.forget(workshop, subject)) {
            throw Refusal.notFound("facilitator").problem();
        }
        record("workshop.facilitator-forgotten", workshop, subject);
    }

    private void record(String action, UUID workshop, String subject) {
        trail.record(Deed.of(action, "workshop", workshop.toString())
                .institution(caller.institution().orElseThrow())
                .detail(subject));
    }

    private void known(UUID workshop) {
        if (!askings.knowWorkshop(workshop)) {
            throw Refusal.notFound("workshop").problem();
        }
    }
}
