package org.mentoringcommons.analytics.study;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
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
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Where the text that institutions agree to is published, version after version. */
@Path(StudyResource.PATH + "/{key}/agreement-texts")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@Tag(name = "Agreement texts", description = "What an institution agrees to when it joins a study")
class AgreementTextResource {

    private final Studies studies;
    private final AgreementTexts texts;
    private final Viewing viewing;
    private final Caller caller;
    private final Clock clock;
    private final AuditTrail trail;
    private final Repeats repeats;

    AgreementTextResource(
            Studies studies,
            AgreementTexts texts,
            Viewing viewing,
            Caller caller,
            Clock clock,
            AuditTrail trail,
            Repeats repeats) {
        this.studies = studies;
        this.texts = texts;
        this.viewing = viewing;
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
        this.repeats = repeats;
    }

    @GET
    @Authenticated
    @Operation(
            summary = "Lists the versions of the text",
            description = "Oldest first; the last one is in force. For those to whom the study shows itself.")
    @APIResponse(
            responseCode = "200",
            description = "A page; the Link header leads to the next",
            content = @Content(schema = @Schema(implementation = AgreementTextView[].class)))
    @APIResponse(responseCode = "404", description = "There is no such study for the caller")
    public RestResponse<List<AgreementTextView>> list(
            @PathParam("key") String key,
            @QueryParam("after") @DefaultValue("0") int after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo request) {
        viewing.declared(key);
        return Page.of(texts.after(key, after, limit), limit).answer(request, text -> Integer.toString(text.version()));
    }

    @POST
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @Operation(
            summary = "Publishes the next version",
            description = "It is in force at once. Institutions stay under the version they agreed to; if the change is"
                    + " material, the study sees nothing of them until they agree to this version or a newer.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewAgreementText.class),
                            examples =
                                    @ExampleObject(
                                            name = "clearer words",
                                            value =
                                                    """
                                            {"text": "The institution shares the consented answers …", "material": false}""")))
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content =
                    @Content(
                            schema = @Schema(implementation = AgreementTextView.class),
                            examples = @ExampleObject(name = "second", value = Examples.AGREEMENT_TEXT)))
    @APIResponse(responseCode = "400", description = "A field is missing or too long; violations name it")
    @APIResponse(responseCode = "404", description = "There is no such study")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused: the key means another request")
    public RestResponse<AgreementTextView> publish(
            @PathParam("key") String key,
            @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = IdempotencyKey.DESCRIPTION) String repeat,
            @NotNull @Valid NewAgreementText text) {
        studies.lock(key).orElseThrow(() -> Refusal.notFound("study").problem());
        String next = Integer.toString(
                texts.inForce(key).map(AgreementTextView::version).orElse(0) + 1);
        String made = repeats.claim(repeat, "agreement text of " + key, text, next);
        AgreementTextView published = made.equals(next)
                ? publish(key, text)
                : texts.after(key, Integer.parseInt(made) - 1, 1).get(0);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, published)
                .location(URI.create(StudyResource.PATH + "/" + key + "/agreement-texts"))
                .build();
    }

    private AgreementTextView publish(String key, NewAgreementText text) {
        AgreementTextView published = texts.publish(
                key,
                text.text(),
                text.material(),
                caller.subject(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        trail.record(Deed.of("agreement-text.published", "study", key)
                .detail("version " + published.version() + (published.material() ? ", material" : "")));
        return published;
    }
}
