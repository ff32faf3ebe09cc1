package org.mentoringcommons.analytics.progress;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/**
 * Where an institution looks at its own results while answers come in. Evaluators see everything, as it stands;
 * facilitators and portals what thresholds allow, and never a difference of one person. Administrators administer: they
 * are not among those named to see results.
 */
@Path("/analytics/v1/progress")
@RolesAllowed({Roles.EVALUATOR, Roles.FACILITATOR, Roles.PORTAL})
@Produces({MediaType.APPLICATION_JSON, ProgressPage.TYPE})
@Transactional
@Tag(name = "Progress", description = "An institution's own results while its surveys are open")
class ProgressResource {

    private final Progress progress;
    private final Facilitators facilitators;
    private final Caller caller;
    private final Clock clock;

    ProgressResource(Progress progress, Facilitators facilitators, Caller caller, Clock clock) {
        this.progress = progress;
        this.facilitators = facilitators;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/workshops/{workshop}")
    @Operation(
            summary = "Shows how far a workshop's answers are",
            description =
                    "One entry a wave. As JSON or, by Accept, as a page to print or embed. Counts are live; results too for"
                            + " an evaluator, for others once five answers have come in, after every fifth, and at the"
                            + " close.")
    @APIResponse(
            responseCode = "200",
            description = "As whoever asks may see it",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ProgressView.class)),
                @Content(mediaType = ProgressPage.TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "The institution has no such workshop")
    public Response workshop(@PathParam("workshop") UUID workshop, @Context Request request) {
        return answer(
                request,
                progress.workshop(workshop, viewer(), clock.instant())
                        .orElseThrow(() -> Refusal.notFound("workshop").problem()));
    }

    @GET
    @Path("/institution")
    @Operation(
            summary = "Shows how far the institution's answers are",
            description =
                    "One entry a version of an instrument, over all workshops. As JSON or, by Accept, as a page. Without"
                            + " the right to see everything, a sum is shown only if it tells nothing about the workshops"
                            + " that are not.")
    @APIResponse(
            responseCode = "200",
            description = "As whoever asks may see it",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ProgressView.class)),
                @Content(mediaType = ProgressPage.TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response institution(@Context Request request) {
        return answer(request, progress.institution(viewer(), clock.instant()));
    }

    private Viewer viewer() {
        return new Viewer(
                caller.has(Roles.EVALUATOR),
                caller.has(Roles.FACILITATOR) ? facilitators.workshopsOf(caller.subject()) : Set.of());
    }

    private static Response answer(Request request, ProgressView view) {
        return LiveAnswer.of(request, view, () -> ProgressPage.of(view));
    }
}
