package org.mentoringcommons.analytics.release;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.mentoringcommons.analytics.paging.Page;
import org.mentoringcommons.analytics.repeat.IdempotencyKey;
import org.mentoringcommons.analytics.repeat.Repeats;
import org.mentoringcommons.analytics.repeat.Revision;
import org.mentoringcommons.tenancy.Refusal;

/** Where a study's team begins releases and looks after them. No organization is needed: the team is people from any. */
@Path(DraftResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
@Tag(
        name = "Making releases",
        description = "What a study's team publishes: drafted, computed, audited, approved, frozen")
class DraftResource {

    static final String PATH = "/analytics/v1/studies/{key}/releases";
    private static final String BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

    private final Drafting drafting;
    private final Releasers releasers;
    private final Validator validator;
    private final Repeats repeats;

    DraftResource(Drafting drafting, Releasers releasers, Validator validator, Repeats repeats) {
        this.drafting = drafting;
        this.releasers = releasers;
        this.validator = validator;
        this.repeats = repeats;
    }

    // whether the study exists for the caller is said before anything about the body: hence no @Valid
    @POST
    @Operation(
            summary = "Drafts a release",
            description = "Of the version in force, which counts as read from now on. Nothing is computed yet.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewRelease.class),
                            examples =
                                    @ExampleObject(
                                            name = "yearly",
                                            value =
                                                    """
                                            {"purpose": "The national figures of 2026"}""")))
    @APIResponse(
            responseCode = "201",
            description = "Drafted, with its ETag",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(
            responseCode = "400",
            description = "release-impossible: the purpose is missing, or the population is not the study's")
    @APIResponse(responseCode = "403", description = "no-drafts-for-analysts: analysts read frozen releases")
    @APIResponse(responseCode = "404", description = "There is no such study, or the caller is not on its team")
    @APIResponse(
            responseCode = "409",
            description =
                    "thresholds-below-floor: the deployment demands more than the study declared; releases-under-way;"
                            + " smallest-count-lowered: the study's releases were made with a greater one;"
                            + " overlaps-another-study: releases of another study may count the same workshops")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused: the key means another request")
    public Response draft(
            @PathParam("key") String key,
            @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = IdempotencyKey.DESCRIPTION) String repeat,
            NewRelease wanted) {
        String population = releasers.study(key).definition().population();
        check(wanted, population);
        UUID id = UUID.randomUUID();
        String made = repeats.claim(repeat, "release of " + key, wanted, id.toString());
        Draft draft = made.equals(id.toString())
                ? drafting.draft(id, key, wanted)
                : drafting.find(key, UUID.fromString(made));
        return shown(Response.created(URI.create(address(key, draft.id()))), draft);
    }

    @GET
    @Operation(summary = "Lists the study's releases", description = "Under way and over, in the order of their ids.")
    @APIResponse(
            responseCode = "200",
            description = "A page; the Link header leads to the next",
            content = @Content(schema = @Schema(implementation = DraftView[].class)))
    @APIResponse(responseCode = "404", description = "There is no such study, or the caller is not on its team")
    public RestResponse<List<DraftView>> list(
            @PathParam("key") String key,
            @QueryParam("after") @DefaultValue(BEFORE_ALL) UUID after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo request) {
        releasers.study(key);
        return Page.of(drafting.after(key, after, limit), limit)
                .map(drafting::view)
                .answer(request, draft -> draft.id().toString());
    }

    @GET
    @Path("/{release}")
    @Operation(summary = "Shows how far a release is", description = "And, if it may not be published, why.")
    @APIResponse(
            responseCode = "200",
            description = "The release, with its ETag",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "404", description = "There is no such release, or the caller is not on the team")
    public Response release(@PathParam("key") String key, @PathParam("release") UUID id) {
        releasers.study(key);
        return shown(Response.ok(), drafting.find(key, id));
    }

    @DELETE
    @Path("/{release}")
    @Operation(
            summary = "Discards a release",
            description =
                    "Before it is frozen. What was counted for it is destroyed; that it was drafted stays on record.")
    @APIResponse(responseCode = "204", description = "Discarded")
    @APIResponse(responseCode = "404", description = "There is no such release, or the caller is not on the team")
    @APIResponse(responseCode = "409", description = "release-frozen: withdraw it by an erratum instead")
    @APIResponse(responseCode = "412", description = "precondition-failed: it has changed meanwhile")
    @APIResponse(responseCode = "428", description = "precondition-required: If-Match is missing")
    public void discard(
            @PathParam("key") String key,
            @PathParam("release") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        releasers.study(key);
        drafting.discard(seen(key, id, ifMatch));
    }

    private Draft seen(String key, UUID id, String ifMatch) {
        Draft draft = drafting.find(key, id);
        new Revision(draft.revision()).require(ifMatch);
        return draft;
    }

    private Response shown(Response.ResponseBuilder answer, Draft draft) {
        return answer.tag(new Revision(draft.revision()).tag())
                .entity(drafting.view(draft))
                .build();
    }

    static String address(String key, UUID id) {
        return "/analytics/v1/studies/" + key + "/releases/" + id;
    }

    private void check(NewRelease wanted, String population) {
        Refusal refusal = Refusal.badRequest("release-impossible", "The release is not possible");
        if (wanted == null) {
            throw refusal.violation("purpose", "is missing").problem();
        }
        var violations = validator.validate(wanted);
        violations.forEach(found -> refusal.violation(found.getPropertyPath().toString(), found.getMessage()));
        boolean another = wanted.population() != null && !wanted.population().equals(population);
        if (another) {
            refusal.violation("population", "the study's is '" + population + "', and a release is of no other");
        }
        if (another || !violations.isEmpty()) {
            throw refusal.problem();
        }
    }
}
