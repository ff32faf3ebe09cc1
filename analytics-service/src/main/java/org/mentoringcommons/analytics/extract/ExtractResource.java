package org.mentoringcommons.analytics.extract;

import io.quarkus.security.Authenticated;
import jakarta.enterprise.event.Event;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;

/** Where a study's team asks for row files. No organization is needed: the team is people from any institution. */
@Path(ExtractResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
@Tag(name = "Extracts", description = "The consented research rows of a study, for its own team, as files")
class ExtractResource {

    static final String PATH = "/analytics/v1/studies/{key}/extracts";
    private static final String BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

    private final Extracts extracts;
    private final TeamOnly team;
    private final Studies studies;
    private final ExtractSettings settings;
    private final Event<Requested> requested;
    private final Validator validator;
    private final Caller caller;
    private final Clock clock;
    private final AuditTrail trail;
    private final Repeats repeats;

    ExtractResource(
            Extracts extracts,
            TeamOnly team,
            Studies studies,
            ExtractSettings settings,
            Event<Requested> requested,
            Validator validator,
            Caller caller,
            Clock clock,
            AuditTrail trail,
            Repeats repeats) {
        this.extracts = extracts;
        this.team = team;
        this.studies = studies;
        this.settings = settings;
        this.requested = requested;
        this.validator = validator;
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
        this.repeats = repeats;
    }

    // whether the study exists for the caller is said before anything about the body: hence no @Valid
    @POST
    @Operation(
            summary = "Asks for a row file",
            description =
                    "Of the version in force, which counts as read from now on. The file is written in the background;"
                            + " look at the extract until it is ready. Who asked, when and what for stays on record.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewExtract.class),
                            examples =
                                    @ExampleObject(
                                            name = "for R",
                                            value =
                                                    """
                                            {"format": "parquet", "purpose": "To check the mixed model in R"}""")))
    @APIResponse(
            responseCode = "202",
            description = "It is going to be written",
            content = @Content(schema = @Schema(implementation = ExtractView.class)))
    @APIResponse(responseCode = "400", description = "Format or purpose is missing; violations name it")
    @APIResponse(responseCode = "403", description = "no-rows-for-analysts: analysts read releases")
    @APIResponse(responseCode = "404", description = "There is no such study, or the caller is not on its team")
    @APIResponse(responseCode = "409", description = "extracts-under-way: as many as one person may ask for at once")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused: the key means another request")
    public RestResponse<ExtractView> request(
            @PathParam("key") String key,
            @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = IdempotencyKey.DESCRIPTION) String repeat,
            NewExtract wanted) {
        team.study(key);
        check(wanted);
        UUID id = UUID.randomUUID();
        String made = repeats.claim(repeat, "extract of " + key, wanted, id.toString());
        Extract extract = made.equals(id.toString()) ? begin(id, key, wanted) : find(key, UUID.fromString(made));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, ExtractView.of(extract))
                .location(URI.create("/analytics/v1/studies/" + key + "/extracts/" + extract.id()))
                .build();
    }

    private Extract begin(UUID id, String key, NewExtract wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Study study = studies.toRead(key, caller.subject(), now)
                .orElseThrow(() -> Refusal.notFound("study").problem());
        if (extracts.underWay(key, caller.subject()) >= settings.atOnce()) {
            throw Refusal.conflict("extracts-under-way", "Let those under way finish, or cancel one")
                    .problem();
        }
        Extract extract = Extract.wanted(id, study, wanted, caller.subject(), now);
        extracts.request(extract);
        trail.record(Deed.of("extract.requested", "extract", extract.id().toString())
                .detail("study " + key + ", version " + study.version() + ", "
                        + extract.format().word())
                .reason(extract.purpose()));
        requested.fire(new Requested());
        return extract;
    }

    @GET
    @Operation(summary = "Lists the study's row files", description = "Of the whole team, in the order of their ids.")
    @APIResponse(
            responseCode = "200",
            description = "A page; the Link header leads to the next",
            content = @Content(schema = @Schema(implementation = ExtractView[].class)))
    @APIResponse(responseCode = "404", description = "There is no such study, or the caller is not on its team")
    public RestResponse<List<ExtractView>> list(
            @PathParam("key") String key,
            @QueryParam("after") @DefaultValue(BEFORE_ALL) UUID after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo request) {
        team.study(key);
        return Page.of(extracts.after(key, after, limit), limit)
                .map(ExtractView::of)
                .answer(request, extract -> extract.id().toString());
    }

    @GET
    @Path("/{extract}")
    @Operation(summary = "Shows how far a row file is", description = "And, once it is ready, where to fetch it.")
    @APIResponse(
            responseCode = "200",
            description = "The extract",
            content = @Content(schema = @Schema(implementation = ExtractView.class)))
    @APIResponse(responseCode = "404", description = "There is no such extract, or the caller is not on the team")
    public ExtractView extract(@PathParam("key") String key, @PathParam("extract") UUID id) {
        team.study(key);
        return ExtractView.of(find(key, id));
    }

    @DELETE
    @Path("/{extract}")
    @Operation(
            summary = "Cancels a row file",
            description = "It is not written on and not handed out any more. That it was asked for stays on record.")
    @APIResponse(responseCode = "204", description = "Cancelled, or over before")
    @APIResponse(responseCode = "404", description = "There is no such extract, or the caller is not on the team")
    public void cancel(@PathParam("key") String key, @PathParam("extract") UUID id) {
        team.study(key);
        extracts.end(find(key, id).id(), State.CANCELLED, clock.instant());
        trail.record(Deed.of("extract.cancelled", "extract", id.toString()).detail("study " + key));
    }

    private void check(NewExtract wanted) {
        if (wanted == null) {
            throw Refusal.badRequest("unreadable-body", "The request has no body")
                    .violation("format", "is missing")
                    .violation("purpose", "is missing")
                    .problem();
        }
        var violations = validator.validate(wanted);
        if (!violations.isEmpty()) {
            Refusal refusal = Refusal.badRequest("extract-impossible", "The extract is not possible");
            violations.forEach(
                    found -> refusal.violation(found.getPropertyPath().toString(), found.getMessage()));
            throw refusal.problem();
        }
    }

    private Extract find(String key, UUID id) {
        return extracts.find(key, id)
                .orElseThrow(() -> Refusal.notFound("extract").problem());
    }
}
