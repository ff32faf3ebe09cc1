package org.mentoringcommons.analytics.release;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.analytics.release.FrozenRelease.Erratum;
import org.mentoringcommons.analytics.repeat.IdempotencyKey;
import org.mentoringcommons.analytics.repeat.Repeats;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Where a release is withdrawn: by a notice beside it, for good. The release itself stays as it is. */
@Path(ReleaseResource.PATH + "/{number}/erratum")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@Tag(name = "Releases")
class ErratumResource {

    private final Releases releases;
    private final Releasers releasers;
    private final Repeats repeats;
    private final Validator validator;
    private final Caller caller;
    private final Clock clock;
    private final AuditTrail trail;

    ErratumResource(
            Releases releases,
            Releasers releasers,
            Repeats repeats,
            Validator validator,
            Caller caller,
            Clock clock,
            AuditTrail trail) {
        this.releases = releases;
        this.releasers = releasers;
        this.repeats = repeats;
        this.validator = validator;
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
    }

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.PLATFORM_OPERATOR, Roles.HUB_ADMIN, Roles.INSTITUTION_ADMIN, Roles.EVALUATOR})
    @Operation(summary = "Reads why a release was withdrawn", description = "And what to use instead.")
    @APIResponse(
            responseCode = "200",
            description = "It was withdrawn",
            content = @Content(schema = @Schema(implementation = ErratumView.class)))
    @APIResponse(responseCode = "404", description = "There is no such release, or nothing is known against it")
    public ErratumView erratum(@PathParam("number") int number) {
        return shown(number);
    }

    private ErratumView shown(int number) {
        return releases.find(number)
                .flatMap(FrozenRelease::erratum)
                .map(ErratumView::of)
                .orElseThrow(() -> Refusal.notFound("erratum").problem());
    }

    // whether the release exists for the caller is said before anything about the body: hence no @Valid
    @POST
    @Authenticated
    @Operation(
            summary = "Withdraws a release",
            description =
                    "By the study's team or an operator, once and for good. It is read as before, with the notice.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewErratum.class),
                            examples =
                                    @ExampleObject(
                                            name = "with a successor",
                                            value =
                                                    """
                                            {"reason": "Two workshops were counted twice", "replacedBy": 4}""")))
    @APIResponse(
            responseCode = "201",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = ErratumView.class)))
    @APIResponse(
            responseCode = "400",
            description = "erratum-impossible: the reason is missing, or the other release is none to use instead")
    @APIResponse(responseCode = "404", description = "There is no such release to be withdrawn by the caller")
    @APIResponse(responseCode = "409", description = "erratum-exists: it is withdrawn already")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused: the key means another request")
    public Response withdraw(
            @PathParam("number") int number,
            @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = IdempotencyKey.DESCRIPTION) String repeat,
            NewErratum wanted) {
        FrozenRelease release = releases.find(number)
                .filter(found -> releasers.mayAnswerFor(found.study()))
                .orElseThrow(() -> Refusal.notFound("release").problem());
        check(wanted, release);
        String mark = caller.subject() + " " + clock.instant();
        if (repeats.claim(repeat, "erratum of release " + number, wanted, mark).equals(mark)) {
            withdraw(release, wanted);
        }
        return Response.created(URI.create(ReleaseResource.PATH + "/" + number + "/erratum"))
                .entity(shown(number))
                .build();
    }

    private void withdraw(FrozenRelease release, NewErratum wanted) {
        if (release.erratum().isPresent()) {
            throw Refusal.conflict("erratum-exists", "The release is withdrawn already")
                    .problem();
        }
        releases.withdraw(
                release.number(),
                new Erratum(
                        wanted.reason().strip(),
                        Optional.ofNullable(wanted.replacedBy()),
                        caller.subject(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        trail.record(
                Deed.of("release.withdrawn", Drafting.THING, release.draft().toString())
                        .detail("study " + release.study() + ", release " + release.number())
                        .reason(wanted.reason().strip()));
    }

    private void check(NewErratum wanted, FrozenRelease release) {
        Refusal refusal = Refusal.badRequest("erratum-impossible", "The erratum is not possible");
        if (wanted == null) {
            throw refusal.violation("reason", "is missing").problem();
        }
        var violations = validator.validate(wanted);
        violations.forEach(found -> refusal.violation(found.getPropertyPath().toString(), found.getMessage()));
        boolean useless = wanted.replacedBy() != null
                && releases.find(wanted.replacedBy())
                        .filter(other -> other.study().equals(release.study()))
                        .filter(other -> other.number() > release.number())
                        .filter(other -> other.erratum().isEmpty())
                        .isEmpty();
        if (useless) {
            refusal.violation("replacedBy", "a later release of the same study that is not withdrawn");
        }
        if (useless || !violations.isEmpty()) {
            throw refusal.problem();
        }
    }
}
