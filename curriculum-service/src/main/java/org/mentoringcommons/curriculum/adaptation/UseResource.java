package org.mentoringcommons.curriculum.adaptation;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.workshop.WorkshopView;
import org.mentoringcommons.curriculum.workshop.Workshops;
import org.mentoringcommons.tenancy.Roles;

/** With which revision of an adaptation a workshop is held. */
@Path("/curriculum/v1/workshops/{workshop}/adaptation")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Adaptations")
class UseResource {

    private final Workshops workshops;
    private final Adaptations adaptations;
    private final Uses uses;

    UseResource(Workshops workshops, Adaptations adaptations, Uses uses) {
        this.workshops = workshops;
        this.adaptations = adaptations;
        this.uses = uses;
    }

    @PUT
    @Operation(
            summary = "Records with which revision a workshop is held",
            description =
                    """
                    A published one, made from the curriculum version the workshop was planned with: what others are told \
                    of the workshop stays that version, and its core comparable. Its own modules can be covered then.""")
    @APIResponseSchema(UsedRevision.class)
    @APIResponse(responseCode = "400", description = "The revision is made from another curriculum version")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop, adaptation or revision")
    @APIResponse(responseCode = "409", description = "The revision is not published")
    public UsedRevision use(@PathParam("workshop") UUID id, @Valid @NotNull UsedRevision used) {
        WorkshopView workshop = workshops.get(id).view();
        Revision revision = adaptations.revision(used.adaptation(), used.revision());
        if (!revision.isPublished()) {
            throw AdaptationProblem.notPublished();
        }
        if (!revision.baseCurriculum().equals(workshop.curriculum())
                || !revision.baseVersion().equals(workshop.version())) {
            throw AdaptationProblem.ofAnotherCurriculum();
        }
        uses.put(id, used);
        return used;
    }

    @GET
    @Operation(
            summary = "Shows with which revision a workshop is held",
            description = "If it is not the shared version itself.")
    @APIResponseSchema(UsedRevision.class)
    @APIResponse(responseCode = "404", description = "No such workshop, or it is held with the shared version")
    public UsedRevision show(@PathParam("workshop") UUID id) {
        return uses.find(workshops.get(id).id()).orElseThrow(AdaptationProblem::noSuchAdaptation);
    }
}
