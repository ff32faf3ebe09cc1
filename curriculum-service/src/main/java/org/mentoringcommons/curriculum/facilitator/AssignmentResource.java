package org.mentoringcommons.curriculum.facilitator;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.workshop.Workshop;
import org.mentoringcommons.curriculum.workshop.Workshops;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/**
 * Who teaches a workshop. Other services are told that something of the workshop has changed, not who it is; survey-service
 * reads this list when facilitators are to be asked or written to.
 */
@Path("/curriculum/v1/workshops/{workshop}/facilitators")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Facilitators")
class AssignmentResource {

    private final Workshops workshops;
    private final Facilitators facilitators;

    AssignmentResource(Workshops workshops, Facilitators facilitators) {
        this.workshops = workshops;
        this.facilitators = facilitators;
    }

    @GET
    @RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL, Roles.ROSTER_READER})
    @Operation(summary = "Lists who teaches a workshop", description = "In the order of their names.")
    @APIResponseSchema(FacilitatorView.Line[].class)
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    public List<FacilitatorView.Line> list(@PathParam("workshop") UUID workshop) {
        return facilitators.of(workshops.get(workshop).id());
    }

    @PUT
    @Operation(summary = "Says who teaches a workshop", description = "These, and nobody else; also after delivery.")
    @APIResponseSchema(FacilitatorView.Line[].class)
    @APIResponse(responseCode = "400", description = "Somebody is no facilitator of the institution")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    @APIResponse(responseCode = "409", description = "The workshop is cancelled, or was changed at the same time")
    public List<FacilitatorView.Line> assign(@PathParam("workshop") UUID id, @Valid @NotNull Assigned assigned) {
        Workshop workshop = workshops.get(id);
        workshop.requireNotCancelled();
        Set<UUID> known = Set.copyOf(facilitators.among(assigned.facilitators()));
        List<Refusal.Violation> strangers = IntStream.range(
                        0, assigned.facilitators().size())
                .filter(at -> !known.contains(assigned.facilitators().get(at)))
                .mapToObj(at -> new Refusal.Violation("facilitators[" + at + "]", "is no facilitator here"))
                .toList();
        if (!strangers.isEmpty()) {
            throw FacilitatorProblem.strangers(strangers);
        }
        workshops.lock(workshop); // of two who say at once who teaches, the second is refused
        facilitators.assign(id, assigned.facilitators());
        workshops.told(workshop);
        return facilitators.of(id);
    }
}
