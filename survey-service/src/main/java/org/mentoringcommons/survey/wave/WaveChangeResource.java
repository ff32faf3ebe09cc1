package org.mentoringcommons.survey.wave;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Roles;

/** What people decide about waves; those right after workshops, and their follow-ups, come by themselves. */
@Path("/survey/v1/waves")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.EVALUATOR, Roles.INSTITUTION_ADMIN})
@Tag(name = "Waves")
class WaveChangeResource {

    private final WaveChanges changes;
    private final RespondedCounts responded;
    private final Clock clock;

    WaveChangeResource(WaveChanges changes, RespondedCounts responded, Clock clock) {
        this.changes = changes;
        this.responded = responded;
        this.clock = clock;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Opens a wave by hand",
            description =
                    "From now on, for a month. Waves right after workshops and follow-ups open by themselves; this"
                            + " is for the survey of facilitators, and for what could not open in its time. Whoever facilitates the"
                            + " workshop is invited, also whoever is said to later, unless `people` are named instead.")
    @APIResponse(
            responseCode = "201",
            description = "Open",
            content = @Content(schema = @Schema(implementation = WaveView.class)))
    @APIResponse(responseCode = "400", description = "`wave-unfit`: `violations` names the field")
    @APIResponse(responseCode = "409", description = "`wave-exists` or `workshop-not-delivered`")
    public Response open(@NotNull @Valid NewWave wanted, @Context UriInfo request) {
        WaveView wave = view(changes.open(wanted));
        return Response.created(request.getAbsolutePathBuilder()
                        .path(wave.id().toString())
                        .build())
                .entity(wave)
                .build();
    }

    @PUT
    @Path("/{wave}/last-day")
    @Transactional
    @Operation(
            summary = "Asks for longer",
            description = "Until 24:00 of this day by the institution's clocks. A wave is never shortened: people were"
                    + " told until when they may answer.")
    @APIResponse(responseCode = "200", description = "The wave as it is now")
    @APIResponse(responseCode = "400", description = "`wave-unfit`: `violations` names the field")
    @APIResponse(responseCode = "404", description = "The institution has no such wave")
    @APIResponse(responseCode = "409", description = "It has closed: `wave-closed`")
    public WaveView extend(@PathParam("wave") UUID wave, @NotNull @Valid LastDay wanted) {
        return view(changes.extend(wave, wanted.lastDay()));
    }

    @POST
    @Path("/{wave}/closing")
    @Transactional
    @Operation(
            summary = "Closes a wave early",
            description = "No more answers are taken, and nobody is reminded. Asked again, it changes nothing.")
    @APIResponse(responseCode = "200", description = "The wave, closed now or before")
    @APIResponse(responseCode = "404", description = "The institution has no such wave")
    @APIResponse(responseCode = "409", description = "It has not opened yet: `wave-not-open`")
    public WaveView close(@PathParam("wave") UUID wave) {
        return view(changes.close(wave));
    }

    private WaveView view(Wave wave) {
        return WaveView.of(
                wave, clock.instant(), responded.of(List.of(wave.id())).getOrDefault(wave.id(), 0L));
    }
}
