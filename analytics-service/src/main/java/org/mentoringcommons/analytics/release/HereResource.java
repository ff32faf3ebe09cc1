package org.mentoringcommons.analytics.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.analytics.progress.LiveAnswer;
import org.mentoringcommons.analytics.report.Purpose;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Where an institution's evaluators see its own gains beside those that a release shows. Nobody else sees them together. */
@Path(ReleaseResource.PATH + "/{number}/here")
@RolesAllowed(Roles.EVALUATOR)
@Transactional
@Tag(name = "Releases")
class HereResource {

    private static final String DOCUMENT = "here";

    private final Releases releases;
    private final AtHand atHand;
    private final Studies studies;
    private final Here here;
    private final Caller caller;
    private final Clock clock;

    HereResource(Releases releases, AtHand atHand, Studies studies, Here here, Caller caller, Clock clock) {
        this.releases = releases;
        this.atHand = atHand;
        this.studies = studies;
        this.here = here;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ReleaseResource.PAGE})
    @Operation(
            summary = "Compares the institution with a release",
            description =
                    "Its own gains, as they stand, beside what the release shows of everybody's: a band between quantiles that"
                            + " are shown, and the prediction interval where five sites are. Never a rank. As JSON or, by Accept,"
                            + " as a page. On record with its purpose, as every reading of a release.")
    @APIResponse(
            responseCode = "200",
            description = "You are here",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = HereView.class)),
                @Content(mediaType = ReleaseResource.PAGE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "The purpose cannot go on record")
    @APIResponse(responseCode = "404", description = "There is no such release")
    public Response here(
            @PathParam("number") int number, @HeaderParam(Purpose.HEADER) String purpose, @Context Request request) {
        FrozenRelease release = releases.find(number)
                .orElseThrow(() -> Refusal.notFound("release").problem());
        String words = Purpose.of(purpose, release.purpose());
        ReleasedGains gains = new ReleasedGains(
                atHand.document(number, Documents.JSON).orElseThrow().body());
        HereView view = new HereView(
                number,
                release.study(),
                release.title(),
                here.scales(
                        studies.version(release.study(), release.studyVersion())
                                .orElseThrow()
                                .definition()
                                .inclusion(),
                        gains),
                HereView.CAVEATS);
        releases.read(number, DOCUMENT, caller.subject(), words, clock.instant());
        return LiveAnswer.of(request, view, () -> HerePage.of(view));
    }
}
