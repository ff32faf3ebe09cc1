package org.mentoringcommons.curriculum.roster;

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
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.workshop.Workshop;
import org.mentoringcommons.curriculum.workshop.WorkshopView;
import org.mentoringcommons.curriculum.workshop.Workshops;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Who was present in a session. */
@Path("/curriculum/v1/workshops/{workshop}/sessions/{session}/attendance")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Roster")
class AttendanceResource {

    private final Workshops workshops;
    private final Attendance attendance;
    private final Participants participants;
    private final Clock clock;

    AttendanceResource(Workshops workshops, Attendance attendance, Participants participants, Clock clock) {
        this.workshops = workshops;
        this.attendance = attendance;
        this.participants = participants;
        this.clock = clock;
    }

    @PUT
    @Operation(
            summary = "Records who was present in a session",
            description =
                    """
                    Replaces what was recorded for it. A session keeps its number when the workshop is planned anew. Whoever came late or left early is \
                    listed under `partly`, with the minutes they were there. Whoever withdrew stays in what they \
                    attended, but can no longer be the first time.""")
    @APIResponseSchema(WorkshopView.class)
    @APIResponse(
            responseCode = "400",
            description = "Somebody is not on the roster, or there beyond the session; nothing was recorded")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop, or it has no such session")
    @APIResponse(
            responseCode = "409",
            description = "The session has not begun, the workshop is cancelled, or was changed at the same time")
    public WorkshopView record(
            @PathParam("workshop") UUID id, @PathParam("session") int session, @Valid @NotNull AttendanceList list) {
        Workshop workshop = workshops.get(id);
        Presence presence = Presence.of(list, workshop.requireAttendable(session, clock.instant()));
        requireEnrolled(id, list);
        workshops.lock(workshop); // before the people: of two lists at once the second stops here
        attendance.replace(id, session, presence);
        workshop.attend(session, presence.people().size(), attendance.inAnySession(id), participants.enrolled(id));
        workshops.told(workshop);
        return WorkshopView.of(workshop);
    }

    @GET
    @Operation(summary = "Shows who was present in a session", description = "In the order of the roster.")
    @APIResponseSchema(AttendanceList.class)
    @APIResponse(responseCode = "404", description = "The institution has no such workshop, or it has no such session")
    public AttendanceList show(@PathParam("workshop") UUID id, @PathParam("session") int session) {
        workshops.get(id).schedule().session(session);
        return attendance.of(id, session);
    }

    private void requireEnrolled(UUID workshop, AttendanceList list) {
        List<UUID> partly =
                list.partly().stream().map(AttendanceList.Partly::participant).toList();
        Set<UUID> enrolled = new HashSet<>(attendance.enrolled(workshop, list.participants()));
        enrolled.addAll(attendance.enrolled(workshop, partly));
        List<Refusal.Violation> strangers = Stream.concat(
                        strangers(list.participants(), enrolled, "participants[%d]"),
                        strangers(partly, enrolled, "partly[%d].participant"))
                .toList();
        if (!strangers.isEmpty()) {
            throw RosterProblem.notEnrolled(strangers);
        }
    }

    private static Stream<Refusal.Violation> strangers(List<UUID> people, Set<UUID> enrolled, String field) {
        return IntStream.range(0, people.size())
                .filter(at -> !enrolled.contains(people.get(at)))
                .mapToObj(at -> new Refusal.Violation(field.formatted(at), "is not on the workshop's roster"));
    }
}
