package org.mentoringcommons.curriculum.adaptation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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
import org.mentoringcommons.curriculum.catalog.Curricula;
import org.mentoringcommons.curriculum.workshop.Workshop;
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
    private final Curricula curricula;

    UseResource(Workshops workshops, Adaptations adaptations, Uses uses, Curricula curricula) {
        this.curricula = curricula;
        this.workshops = workshops;
        this.adaptations = adaptations;
        this.uses = uses;
    }

    @PUT
    @Operation(
            summary = "Records with which revision a workshop is held",
            description =
                    """
                    A published one, made from the curriculum version the workshop was planned with: others are told both, and \
                    go on comparing the common core. Its own modules can be covered then, and are told apart.""")
    @APIResponseSchema(UsedRevision.class)
    @APIResponse(responseCode = "400", description = "The revision is made from another curriculum version")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop, adaptation or revision")
    @APIResponse(
            responseCode = "409",
            description =
                    "The revision is not published, coverage or sessions name modules it has not, or the workshop is cancelled or changed meanwhile")
    public UsedRevision use(@PathParam("workshop") UUID id, @Valid @NotNull UsedRevision used) {
        Workshop workshop = workshops.get(id);
        workshop.requireNotCancelled();
        WorkshopView view = WorkshopView.of(workshop);
        Revision revision = adaptations.revision(used.adaptation(), used.revision());
        if (!revision.isPublished()) {
            throw AdaptationProblem.notPublished();
        }
        if (!revision.baseCurriculum().equals(view.curriculum())
                || !revision.baseVersion().equals(view.version())) {
            throw AdaptationProblem.ofAnotherCurriculum();
        }
        workshop.requireNoneBut(revision.modules());
        workshops.lock(workshop); // of this and a change of its curriculum version at once, the second is refused
        uses.put(id, used);
        workshops.told(workshop);
        return used;
    }

    @DELETE
    @Operation(
            summary = "Takes back with which revision a workshop is held",
            description = "It is held with the shared version again. Taking back twice is taking back.")
    @APIResponse(responseCode = "204", description = "Held with the shared version, now or before")
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    @APIResponse(
            responseCode = "409",
            description =
                    "Coverage or sessions name modules the shared version has not, or the workshop is cancelled or changed meanwhile")
    public void leave(@PathParam("workshop") UUID id) {
        Workshop workshop = workshops.get(id);
        workshop.requireNotCancelled();
        if (uses.find(id).isPresent()) {
            WorkshopView view = WorkshopView.of(workshop);
            workshop.requireNoneBut(curricula
                    .oncePublished(view.curriculum(), view.version())
                    .orElseThrow(AdaptationProblem::unknownVersion)
                    .modules());
            workshops.lock(workshop);
            uses.remove(id);
            workshops.told(workshop);
        }
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
