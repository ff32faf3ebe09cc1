package org.mentoringcommons.analytics.release;

import io.quarkus.security.Authenticated;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;

/** Where a study's team, or an operator, has a release made again from its sealed counts, to see that it is what it says. */
@Path(ReleaseResource.PATH + "/{number}/reproduction")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
@Tag(name = "Releases")
class ReproductionResource {

    private final Releases releases;
    private final Releasers releasers;
    private final Reproductions reproductions;
    private final Event<Drafting.Asked> asked;
    private final Caller caller;
    private final Clock clock;
    private final AuditTrail trail;

    ReproductionResource(
            Releases releases,
            Releasers releasers,
            Reproductions reproductions,
            Event<Drafting.Asked> asked,
            Caller caller,
            Clock clock,
            AuditTrail trail) {
        this.releases = releases;
        this.releasers = releasers;
        this.reproductions = reproductions;
        this.asked = asked;
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
    }

    @POST
    @Operation(
            summary = "Has a release made again from its sealed counts",
            description =
                    "In the background, as releases are computed; asked for again while it waits, nothing changes. What was"
                            + " approved, the JSON and the CSV are compared bit for bit with what was frozen; how pages"
                            + " and figures look may have changed since. Nobody is shown the counts.")
    @APIResponse(
            responseCode = "202",
            description = "It waits, or is being made; Location is where it will be told",
            content = @Content(schema = @Schema(implementation = ReproductionView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "release-of-another-method: worked out by rules that this version of the service does not have")
    @APIResponse(
            responseCode = "404",
            description = "There is no such release whose study the caller is on the team of")
    public Response reproduce(@PathParam("number") int number) {
        FrozenRelease release = release(number);
        Reproducing.method(release);
        reproductions.ask(number, caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        trail.record(Deed.of(
                        "release.reproduction-asked",
                        Drafting.THING,
                        release.draft().toString())
                .detail("release " + number));
        asked.fire(new Drafting.Asked());
        return Response.accepted(reproductions.find(number).orElseThrow())
                .location(URI.create(ReleaseResource.PATH + "/" + number + "/reproduction"))
                .build();
    }

    @GET
    @Operation(summary = "Tells what came out when a release was last made again")
    @APIResponse(
            responseCode = "200",
            description = "How far it is, and what came out",
            content = @Content(schema = @Schema(implementation = ReproductionView.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such release whose study the caller is on the team of, or nobody asked yet")
    public ReproductionView last(@PathParam("number") int number) {
        return reproductions.find(release(number).number()).orElseThrow(() -> Refusal.notFound("reproduction")
                .problem());
    }

    private FrozenRelease release(int number) {
        return releases.find(number)
                .filter(found -> releasers.mayAnswerFor(found.study()))
                .orElseThrow(() -> Refusal.notFound("release").problem());
    }
}
