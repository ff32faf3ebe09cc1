package org.mentoringcommons.curriculum.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.workshop.Workshop;
import org.mentoringcommons.curriculum.workshop.Workshops;
import org.mentoringcommons.tenancy.Roles;

/** How long each person was there. */
@Path("/curriculum/v1/workshops/{workshop}/hours")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Roster")
class HoursResource {

    private final Workshops workshops;
    private final Hours hours;

    HoursResource(Workshops workshops, Hours hours) {
        this.workshops = workshops;
        this.hours = hours;
    }

    @GET
    @Operation(
            summary = "Shows how long each person was there",
            description =
                    "From attendance and the length of the sessions. It never leaves the roster, and joins no answers.")
    @APIResponseSchema(HoursView.class)
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    public HoursView show(@PathParam("workshop") UUID id) {
        Workshop workshop = workshops.get(id);
        return new HoursView(id, workshop.schedule().minutes(), hours.of(id));
    }
}
