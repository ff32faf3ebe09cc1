package org.mentoringcommons.analytics.release;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.analytics.repeat.Revision;

/** The steps of a release: each is made from the state that was seen, by somebody of the study's team, on record. */
@Path(DraftResource.PATH + "/{release}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
@Tag(name = "Making releases")
class StepResource {

    private final Drafting drafting;
    private final Freezing freezing;
    private final Releasers releasers;

    StepResource(Drafting drafting, Freezing freezing, Releasers releasers) {
        this.drafting = drafting;
        this.freezing = freezing;
        this.releasers = releasers;
    }

    @POST
    @Path("/computation")
    @Operation(
            summary = "Has the numbers computed and audited",
            description =
                    "From the answers as they stand, in the background; look at the release until it is audited or refused."
                            + " Asked for again, it takes an approval away.")
    @APIResponse(
            responseCode = "202",
            description = "It is going to be computed",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "404", description = "There is no such release, or the caller is not on the team")
    @APIResponse(
            responseCode = "409",
            description = "release-under-way, release-frozen, release-discarded;"
                    + " institution-suspended-in-study: a joined institution may not act;"
                    + " smallest-count-lowered: since it was drafted a release was made with a greater one;"
                    + " overlaps-another-study: releases of another study may count the same workshops")
    @APIResponse(responseCode = "412", description = "precondition-failed: it has changed meanwhile")
    @APIResponse(responseCode = "428", description = "precondition-required: If-Match is missing")
    public Response compute(
            @PathParam("key") String key,
            @PathParam("release") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return shown(Response.accepted(), drafting.ask(seen(key, id, ifMatch)));
    }

    @POST
    @Path("/approval")
    @Operation(
            summary = "Approves what would be published",
            description =
                    "By somebody else of the team than who drafted it and who had it computed; see the preview. The"
                            + " header Reason goes on record.")
    @APIResponse(
            responseCode = "200",
            description = "Approved",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "403", description = "own-release: the caller drafted it or had it computed")
    @APIResponse(responseCode = "404", description = "There is no such release, or the caller is not on the team")
    @APIResponse(
            responseCode = "409",
            description = "audit-failed; release-not-audited; release-frozen; release-discarded")
    @APIResponse(responseCode = "412", description = "precondition-failed: it has changed meanwhile")
    @APIResponse(responseCode = "428", description = "precondition-required: If-Match is missing")
    public Response approve(
            @PathParam("key") String key,
            @PathParam("release") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return shown(Response.ok(), drafting.approve(seen(key, id, ifMatch)));
    }

    @POST
    @Path("/freezing")
    @Operation(
            summary = "Freezes the release",
            description = "It gets the next number, and from now on analysts read it. It never changes any more.")
    @APIResponse(
            responseCode = "201",
            description = "Frozen; Location is where it is read",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "404", description = "There is no such release, or the caller is not on the team")
    @APIResponse(
            responseCode = "409",
            description =
                    "audit-failed; release-not-approved; release-frozen; release-discarded; release-outrun: another"
                            + " release of the study was frozen since the audit; institution-suspended-in-study or institution-left: it"
                            + " counts answers of an institution that does not share any more; site-agreement-withdrawn: it names"
                            + " an institution that agrees to it no more; thresholds-below-floor;"
                            + " overlaps-another-study: releases of another study may count the same workshops")
    @APIResponse(responseCode = "412", description = "precondition-failed: it has changed meanwhile")
    @APIResponse(responseCode = "428", description = "precondition-required: If-Match is missing")
    public Response freeze(
            @PathParam("key") String key,
            @PathParam("release") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Draft draft = seen(key, id, ifMatch);
        int number = freezing.freeze(draft);
        return shown(Response.created(URI.create(ReleaseResource.PATH + "/" + number)), draft);
    }

    private Draft seen(String key, UUID id, String ifMatch) {
        releasers.study(key);
        Draft draft = drafting.find(key, id);
        new Revision(draft.revision()).require(ifMatch);
        return draft;
    }

    private Response shown(Response.ResponseBuilder answer, Draft draft) {
        return answer.tag(new Revision(draft.revision()).tag())
                .entity(drafting.view(draft))
                .build();
    }
}
