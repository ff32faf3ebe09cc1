package org.mentoringcommons.survey.wave;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.page.Page;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Shows how the asking goes. */
@Path("/survey/v1/waves")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FACILITATOR, Roles.EVALUATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Waves", description = "The month after a workshop in which its participants are asked")
class WaveResource {

    private final Waves waves;
    private final RespondedCounts responded;
    private final Clock clock;

    WaveResource(Waves waves, RespondedCounts responded, Clock clock) {
        this.waves = waves;
        this.responded = responded;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(summary = "Lists the institution's waves", description = "By id; or those of a workshop.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` of relation `next` leads on",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = WaveView.class)))
    public Response list(
            @QueryParam("workshop") @Parameter(description = "Only waves of this workshop") UUID workshop,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo request) {
        return Page.of(
                views(waves.after(after, workshop, limit + 1)),
                limit,
                wave -> wave.id().toString(),
                request);
    }

    @GET
    @Path("/{wave}")
    @Transactional
    @Operation(summary = "Shows a wave", description = "Its state and counts are of this moment.")
    @APIResponse(responseCode = "200", description = "The wave")
    @APIResponse(responseCode = "404", description = "The institution has no such wave")
    public WaveView show(@PathParam("wave") UUID id) {
        Wave wave = waves.find(id).orElseThrow(() -> Refusal.notFound("wave").problem());
        return views(List.of(wave)).get(0);
    }

    private List<WaveView> views(List<Wave> found) {
        Map<UUID, Long> counts = responded.of(found.stream().map(Wave::id).toList());
        return found.stream()
                .map(wave -> WaveView.of(wave, clock.instant(), counts.getOrDefault(wave.id(), 0L)))
                .toList();
    }
}
