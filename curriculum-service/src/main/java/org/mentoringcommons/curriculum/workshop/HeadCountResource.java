package org.mentoringcommons.curriculum.workshop;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Roles;

/** How many people a workshop of the past had, corrected. */
@Path("/curriculum/v1/past-workshops/{workshop}/people")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Workshops")
class HeadCountResource {

    private final WorkshopPlans plans;

    HeadCountResource(WorkshopPlans plans) {
        this.plans = plans;
    }

    @PUT
    @Operation(
            summary = "Corrects how many people a workshop of the past had",
            description =
                    """
                    What its import told, which evaluations divide by; the correction is told to whoever evaluates, and \
                    what was collected about the workshop stays. The same numbers again change nothing. Once it has a \
                    roster, people are counted there.""")
    @APIResponseSchema(WorkshopView.class)
    @APIResponse(
            responseCode = "400",
            description = "More people than there can have been, or more attended than enrolled")
    @APIResponse(responseCode = "404", description = "No such workshop of the past")
    @APIResponse(responseCode = "409", description = "`past-workshop-has-roster`, or it changed meanwhile")
    @APIResponse(responseCode = "412", description = "It is not what `If-Match` names any more")
    public Response recount(
            @PathParam("workshop") UUID id,
            @Parameter(description = "The `ETag` of what was read; without it the change is made to whatever is there")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @Valid @NotNull HeadCount counted,
            @Context Request request) {
        Workshop workshop = plans.recount(id, counted, read -> Tagged.requireAsRead(read, ifMatch, request));
        return Tagged.answer(workshop, WorkshopView.of(workshop, plans.warnings(workshop)));
    }
}
