package org.mentoringcommons.curriculum.crosswalk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.curriculum.catalog.Curricula;
import org.mentoringcommons.curriculum.http.Kept;
import org.mentoringcommons.curriculum.paging.Page;
import org.mentoringcommons.tenancy.Roles;

/** What trains what and what measures it, said by platform operators and read by all. */
@Path(CrosswalkResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({
    Roles.INSTITUTION_ADMIN,
    Roles.FACILITATOR,
    Roles.EVALUATOR,
    Roles.PORTAL,
    Roles.PLATFORM_OPERATOR,
    Roles.HUB_ADMIN,
    Roles.ANALYST
})
@Tag(name = "Crosswalks", description = "From modules to competencies to scales, with the gaps either way")
class CrosswalkResource {

    static final String PATH = "/curriculum/v1/crosswalks";

    private final Crosswalks crosswalks;
    private final Curricula curricula;
    private final AuditTrail trail;
    private final Clock clock;

    CrosswalkResource(Crosswalks crosswalks, Curricula curricula, AuditTrail trail, Clock clock) {
        this.crosswalks = crosswalks;
        this.curricula = curricula;
        this.trail = trail;
        this.clock = clock;
    }

    @POST
    @Path("/{crosswalk}")
    @RolesAllowed(Roles.PLATFORM_OPERATOR)
    @Operation(
            summary = "Says a crosswalk anew",
            description =
                    """
                    Under the next number, from 1, for good. It may leave gaps, which are told; it may not speak of a \
                    module or competency that is not there.""")
    @APIResponseSchema(value = CrosswalkView.class, responseCode = "201")
    @APIResponse(responseCode = "400", description = "It speaks of something that is not there, or twice of the same")
    @APIResponse(responseCode = "409", description = "Somebody else did at the same time")
    public Response say(
            @PathParam("crosswalk") @Pattern(regexp = NewCrosswalk.KEY, message = NewCrosswalk.KEY_MESSAGE) String key,
            @Valid @NotNull NewCrosswalk said) {
        Map<NewCrosswalk.Scope, List<String>> taught = CrosswalkCheck.modules(said, curricula);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int number = crosswalks.add(key, now, said);
        trail.record(Deed.of("crosswalk.said", "crosswalk", key).detail("number " + number));
        return Response.created(URI.create(PATH + "/" + key + "/" + number))
                .entity(CrosswalkView.of(key, number, now, said, Gaps.of(said, taught)))
                .build();
    }

    @GET
    @Operation(summary = "Lists crosswalks", description = "In the order of their keys, each with its newest number.")
    @APIResponseSchema(CrosswalkHead[].class)
    public Response list(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @Context UriInfo request) {
        return Page.of(crosswalks.newest(after, limit + 1), limit, CrosswalkHead::key)
                .answer(request);
    }

    @GET
    @Path("/{crosswalk}/{number}")
    @Operation(
            summary = "Shows a crosswalk",
            description = "As it was said under this number, with the gaps either way. It never changes.")
    @APIResponseSchema(CrosswalkView.class)
    @APIResponse(responseCode = "304", description = "The client has it")
    @APIResponse(responseCode = "404", description = "There is no such crosswalk, or number of it")
    public Response show(
            @PathParam("crosswalk") String key, @PathParam("number") int number, @Context Request request) {
        Crosswalks.Said said = crosswalks.find(key, number).orElseThrow(CrosswalkProblem::noSuchCrosswalk);
        return Kept.FOR_GOOD.answer(
                request,
                "crosswalk-" + key + "-" + number,
                () -> Response.ok(CrosswalkView.of(
                        key,
                        number,
                        said.at(),
                        said.content(),
                        Gaps.of(said.content(), CrosswalkCheck.modules(said.content(), curricula)))));
    }
}
