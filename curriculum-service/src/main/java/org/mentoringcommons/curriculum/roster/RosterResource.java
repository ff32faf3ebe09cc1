package org.mentoringcommons.curriculum.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.workshop.Workshop;
import org.mentoringcommons.curriculum.workshop.Workshops;
import org.mentoringcommons.tenancy.Roles;

/** The roster of a workshop: the one place where names and addresses are kept. */
@Path("/curriculum/v1/workshops/{workshop}/roster")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Roster", description = "Who is enrolled in a workshop, and who was there")
class RosterResource {

    private final Workshops workshops;
    private final Participants participants;

    RosterResource(Workshops workshops, Participants participants) {
        this.workshops = workshops;
        this.participants = participants;
    }

    @PUT
    @Consumes("text/csv")
    @Operation(
            summary = "Replaces the roster by a CSV file",
            description =
                    """
                    UTF-8 with the header `name,email`, at most 10,000 people. Whoever was enrolled by the same e-mail \
                    address (in any case) keeps the participant id; whoever withdrew stays withdrawn. If a line is wrong nothing is imported, and every \
                    wrong line is named.""")
    @APIResponseSchema(RosterView.class)
    @APIResponse(responseCode = "400", description = "Lines that are not people, as violations of `line N`")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    @APIResponse(
            responseCode = "409",
            description =
                    "Somebody who attended is left out, the workshop is cancelled, or was changed at the same time")
    public RosterView replace(
            @PathParam("workshop") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema =
                                                    @Schema(
                                                            type = SchemaType.STRING,
                                                            examples = "name,email\nAda Example,ada@example.org")))
                    @NotNull
                    byte[] file) {
        Workshop workshop = workshops.get(id);
        List<RosterFile.Line> people = RosterFile.read(file).people();
        requireAttendedStay(id, people);
        workshop.enrol(participants.enrolledWith(id, people));
        workshops.changed(workshop); // before the people: of two rosters at once the second stops here
        participants.replace(id, people);
        return view(workshop);
    }

    @GET
    @RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL, Roles.ROSTER_READER})
    @Operation(summary = "Shows the roster", description = "In the order of the file it came from.")
    @APIResponseSchema(RosterView.class)
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    public RosterView show(@PathParam("workshop") UUID id) {
        return view(workshops.get(id));
    }

    private void requireAttendedStay(UUID workshop, List<RosterFile.Line> people) {
        List<UUID> missing = participants.attendedButMissing(workshop, people);
        if (!missing.isEmpty()) {
            throw RosterProblem.attendedAndMissing(missing);
        }
    }

    private RosterView view(Workshop workshop) {
        return new RosterView(
                workshop.id(),
                workshop.rosterRevision(),
                participants.of(workshop.id()),
                participants.withdrawn(workshop.id()),
                participants.erased(workshop.id()));
    }
}
