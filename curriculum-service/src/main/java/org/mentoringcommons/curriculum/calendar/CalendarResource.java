package org.mentoringcommons.curriculum.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.http.Kept;
import org.mentoringcommons.curriculum.workshop.Workshop;
import org.mentoringcommons.curriculum.workshop.Workshops;
import org.mentoringcommons.tenancy.Roles;

/** A workshop's sessions as a calendar file. */
@Path("/curriculum/v1/workshops/{workshop}/calendar")
@Transactional
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Workshops")
class CalendarResource {

    private static final String ICALENDAR = "text/calendar; charset=UTF-8";

    private final Workshops workshops;

    CalendarResource(Workshops workshops) {
        this.workshops = workshops;
    }

    @GET
    @Produces("text/calendar")
    @Operation(
            summary = "Gives the sessions as a calendar file",
            description =
                    """
                    iCalendar (RFC 5545), times in UTC. Each session keeps its UID; a file made after the workshop was \
                    moved or cancelled has a higher SEQUENCE, and moves or cancels what calendars have.""")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "304", description = "The schedule has not changed")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    public Response calendar(@PathParam("workshop") UUID id, @Context Request request) {
        Workshop workshop = workshops.get(id);
        return Kept.UNTIL_CHANGED.answer(
                request, "schedule-" + workshop.schedule().revision(), () -> Response.ok(
                                CalendarFile.of(workshop), ICALENDAR)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"workshop.ics\""));
    }
}
