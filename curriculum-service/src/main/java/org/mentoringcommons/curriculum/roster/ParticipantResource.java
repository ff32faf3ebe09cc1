package org.mentoringcommons.curriculum.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.curriculum.workshop.Status;
import org.mentoringcommons.curriculum.workshop.Workshop;
import org.mentoringcommons.curriculum.workshop.Workshops;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** Single people of a roster: enrolled, corrected, withdrawn. */
@Path("/curriculum/v1/workshops/{workshop}/participants")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Roster")
class ParticipantResource {

    private final Workshops workshops;
    private final Participants participants;
    private final TenantBinding binding;
    private final AuditTrail trail;

    ParticipantResource(Workshops workshops, Participants participants, TenantBinding binding, AuditTrail trail) {
        this.workshops = workshops;
        this.participants = participants;
        this.binding = binding;
        this.trail = trail;
    }

    @POST
    @Operation(
            summary = "Enrols one more person",
            description = "Or somebody again who had withdrawn, by the same e-mail address; the id is the same then.")
    @APIResponseSchema(value = Participant.class, responseCode = "201")
    @APIResponse(responseCode = "400", description = "There is no name, or no e-mail address")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    @APIResponse(
            responseCode = "409",
            description = "Somebody of this address is enrolled, or the workshop is cancelled or changed meanwhile")
    public Response enrol(@PathParam("workshop") UUID id, @Valid @NotNull NewParticipant person) {
        Workshop workshop = workshops.get(id);
        RosterFile.Line line = person.line(participants.nextPosition(id));
        Optional<Participant> present = participants.byMailbox(id, line.mailbox());
        if (present.filter(same -> !participants.isWithdrawn(id, same.id())).isPresent()) {
            throw RosterProblem.alreadyEnrolled();
        }
        UUID participant = present.map(Participant::id).orElseGet(UUID::randomUUID);
        changed(workshop, () -> {
            if (present.isPresent()) {
                participants.rename(id, participant, line);
                participants.withdraw(id, participant, false);
            } else {
                participants.add(id, participant, line);
            }
        });
        return Response.status(Response.Status.CREATED)
                .entity(new Participant(participant, line.name(), line.email()))
                .build();
    }

    @PUT
    @Path("/{participant}")
    @Operation(
            summary = "Corrects a name or an e-mail address",
            description = "The id stays, and with it attendance, hours and the survey's invitation.")
    @APIResponseSchema(Participant.class)
    @APIResponse(responseCode = "400", description = "There is no name, or no e-mail address")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop, or nobody like this on it")
    @APIResponse(
            responseCode = "409",
            description =
                    """
                    Somebody else has this address, or this person's were deleted (`participant-erased`), or the workshop \
                    is cancelled or changed meanwhile""")
    public Participant correct(
            @PathParam("workshop") UUID id,
            @PathParam("participant") UUID participant,
            @Valid @NotNull NewParticipant person) {
        Workshop workshop = workshops.get(id);
        if (require(id, participant).wasErased()) {
            throw RosterProblem.erased();
        }
        RosterFile.Line line = person.line(0);
        if (participants
                .byMailbox(id, line.mailbox())
                .filter(other -> !other.id().equals(participant))
                .isPresent()) {
            throw RosterProblem.alreadyEnrolled();
        }
        changed(workshop, () -> participants.rename(id, participant, line));
        return new Participant(participant, line.name(), line.email());
    }

    @DELETE
    @Path("/{participant}")
    @Operation(
            summary = "Withdraws a person from the roster",
            description =
                    """
                    They are on the roster no more, are not invited to the survey, and a later file that lists them \
                    does not enrol them again. What they attended stays. Withdrawing twice is withdrawing.""")
    @APIResponse(responseCode = "204", description = "Withdrawn, now or before")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop, or nobody like this on it")
    @APIResponse(responseCode = "409", description = "The workshop is cancelled, or was changed at the same time")
    public void withdraw(@PathParam("workshop") UUID id, @PathParam("participant") UUID participant) {
        Workshop workshop = workshops.get(id);
        require(id, participant);
        if (!participants.isWithdrawn(id, participant)) {
            changed(workshop, () -> participants.withdraw(id, participant, true));
        }
    }

    @DELETE
    @Path("/{participant}/identity")
    @RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.PORTAL})
    @Operation(
            summary = "Deletes a person's name and e-mail address",
            description =
                    """
                    On request; also from a cancelled workshop. They are withdrawn, if they were not. What they attended \
                    stays, as somebody's without a name, so no certificate can be printed any more; one that was printed \
                    stays valid. Survey-service learns it with the roster and deletes their invitations within moments, also those of \
                    surveys that are over; answers name nobody and stay. A later file that lists them enrols somebody new: \
                    take the line out there, too.""")
    @APIResponse(responseCode = "204", description = "Deleted, now or before")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop, or nobody like this on it")
    @APIResponse(responseCode = "409", description = "The workshop was changed at the same time")
    public void erase(@PathParam("workshop") UUID id, @PathParam("participant") UUID participant) {
        Workshop workshop = workshops.get(id);
        if (require(id, participant).wasErased()) {
            return;
        }
        if (workshop.status() == Status.CANCELLED) {
            workshops.lock(workshop);
            participants.erase(id, participant);
        } else {
            changed(workshop, () -> participants.erase(id, participant));
        }
        trail.record(Deed.of("participant.identity-deleted", "participant", participant.toString())
                .institution(binding.tenant().orElseThrow()));
    }

    private Participant require(UUID workshop, UUID participant) {
        return participants.find(workshop, participant).orElseThrow(RosterProblem::nobody);
    }

    /** The row of the workshop first: of two changes at once the second waits there, and is refused. */
    private void changed(Workshop workshop, Runnable people) {
        workshop.requireNotCancelled();
        workshops.lock(workshop);
        people.run();
        workshop.enrol(participants.enrolled(workshop.id()));
        workshops.told(workshop);
    }
}
