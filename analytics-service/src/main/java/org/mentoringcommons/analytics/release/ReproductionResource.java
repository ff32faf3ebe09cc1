package org.mentoringcommons.analytics.release;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Refusal;

/** Where a study's team, or an operator, has a release made again from its sealed counts, to see that it is what it says. */
@Path(ReleaseResource.PATH + "/{number}/reproduction")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Releases")
class ReproductionResource {

    private final Releases releases;
    private final Releasers releasers;
    private final Reproducing reproducing;
    private final AuditTrail trail;

    ReproductionResource(Releases releases, Releasers releasers, Reproducing reproducing, AuditTrail trail) {
        this.releases = releases;
        this.releasers = releasers;
        this.reproducing = reproducing;
        this.trail = trail;
    }

    @POST
    @Operation(
            summary = "Makes a release again from its sealed counts",
            description =
                    "And compares what was approved, the JSON and the CSV bit for bit with what was frozen; how pages"
                            + " and figures look may have changed since. Nobody is shown the counts.")
    @APIResponse(
            responseCode = "200",
            description = "What came out",
            content = @Content(schema = @Schema(implementation = ReproductionView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "release-of-another-method: worked out by rules that this version of the service does not have;"
                            + " reproduction-under-way: this instance is making one again")
    @APIResponse(
            responseCode = "404",
            description = "There is no such release whose study the caller is on the team of")
    public ReproductionView reproduce(@PathParam("number") int number) {
        FrozenRelease release = QuarkusTransaction.requiringNew().call(() -> releases.find(number)
                .filter(found -> releasers.mayAnswerFor(found.study()))
                .orElseThrow(() -> Refusal.notFound("release").problem()));
        ReproductionView view = reproducing.reproduce(release);
        QuarkusTransaction.requiringNew()
                .run(() -> trail.record(Deed.of(
                                "release.reproduced",
                                Drafting.THING,
                                release.draft().toString())
                        .detail("release " + number + ", " + (view.reproduced() ? "the same" : "not the same"))));
        return view;
    }
}
