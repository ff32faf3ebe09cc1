package org.mentoringcommons.curriculum.planning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.curriculum.catalog.Curricula;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** An agenda out of a version's modules for the time there is. */
@Path("/curriculum/v1/curricula/{curriculum}/versions/{version}/agenda")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Workshops")
class ProposalResource {

    private final Curricula curricula;

    ProposalResource(Curricula curricula) {
        this.curricula = curricula;
    }

    @GET
    @Operation(
            summary = "Proposes an agenda for the time there is",
            description =
                    """
                    Say `budget` (`half_day`, `day`) or the `minutes` of each session, once a session. Everything \
                    required comes first, then as much of the rest as fits, in the order it is taught; a module goes on \
                    in the next session only if otherwise something required would not fit. What speaks against it is \
                    told as warnings. Nothing is kept.""")
    @APIResponseSchema(Proposal.class)
    @APIResponse(responseCode = "400", description = "It is not said how much time there is, or for whom")
    @APIResponse(responseCode = "404", description = "There is no such version that has been published")
    public Proposal propose(
            @PathParam("curriculum") String curriculum,
            @PathParam("version") String version,
            @QueryParam("audience") @Parameter(description = "`mentee`, `mentor` or `combined`") @NotNull
                    String audience,
            @QueryParam("budget") @Parameter(description = "`half_day` or `day`, in place of minutes") String budget,
            @QueryParam("minutes") @Parameter(description = "Of a session; once for each") @Size(max = 100)
                    List<@NotNull @Min(1) @Max(1440) Integer> minutes) {
        return Proposals.asked(
                curricula.taught(curriculum, version).orElseThrow(() -> Refusal.notFound("curriculum-version")
                        .problem()),
                audience,
                budget,
                minutes);
    }
}
