package org.mentoringcommons.analytics.instrument;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Where a platform operator decides anew how an instrument is scored; all counts and reports follow from the rows. */
@Path("/analytics/v1/instruments/{key}/{version}/scorings")
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@Tag(name = "Scoring", description = "Numbered decisions about an instrument's scoring rule")
class ScoringResource {

    private final Instruments instruments;
    private final Scorings scorings;
    private final Caller caller;
    private final Clock clock;

    ScoringResource(Instruments instruments, Scorings scorings, Caller caller, Clock clock) {
        this.instruments = instruments;
        this.scorings = scorings;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A decision to be made.
     *
     * @param missing {@code complete}, {@code half} or {@code at_least}
     * @param minimum with {@code at_least}, and only then: how many items must be answered
     * @param reason why, for whoever reads the numbers later
     */
    @Schema(
            name = "NewScoring",
            examples =
                    """
                    {"missing": "half", "reason": "as the authors of the instrument now advise"}""")
    record NewScoring(@NotNull Missing missing, @Min(1) Integer minimum, @NotBlank @Size(max = 1000) String reason) {}

    @GET
    @Operation(
            summary = "Lists the decisions",
            description = "None while the instrument is scored as it says itself; the last one counts.")
    @APIResponse(responseCode = "200", description = "In their order")
    @APIResponse(responseCode = "404", description = "No wave has brought this version of an instrument")
    @APIResponseSchema(Scoring[].class)
    public List<Scoring> all(@PathParam("key") String key, @PathParam("version") String version) {
        return scorings.of(known(key, version));
    }

    @POST
    @Operation(
            summary = "Decides how missing answers are scored from now on",
            description = "Answers stay as they are; every count and every report is made anew from them.")
    @APIResponse(
            responseCode = "400",
            description = "scoring-impossible: the minimum does not go with the rule or the scales")
    @APIResponse(responseCode = "404", description = "No wave has brought this version of an instrument")
    @APIResponse(responseCode = "409", description = "It is scored so already, or another decision came first")
    @APIResponseSchema(value = Scoring.class, responseCode = "201")
    public Response decide(
            @PathParam("key") String key, @PathParam("version") String version, @NotNull @Valid NewScoring decision) {
        InstrumentReference instrument = known(key, version);
        Structure structure = instruments.find(instrument).orElseThrow();
        requirePossible(decision, structure);
        if (structure.scoredBy(decision.missing(), decision.minimum()).equals(structure)) {
            throw Refusal.conflict("scored-so-already", "The instrument is scored so already")
                    .violation("missing", "is the rule in force")
                    .problem();
        }
        int number = scorings.last(instrument).map(Scoring::number).orElse(0) + 1;
        Scoring scoring = new Scoring(
                number,
                decision.missing(),
                decision.minimum(),
                decision.reason(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        scorings.decide(instrument, scoring, caller.subject());
        return Response.status(Response.Status.CREATED).entity(scoring).build();
    }

    private static void requirePossible(NewScoring decision, Structure structure) {
        if ((decision.missing() == Missing.AT_LEAST) != (decision.minimum() != null)) {
            throw impossible("goes with at_least, and at_least with it");
        }
        structure
                .everyScale()
                .filter(scale -> decision.minimum() != null
                        && decision.minimum() > scale.items().size())
                .findFirst()
                .ifPresent(scale -> {
                    throw impossible("is more than the scale " + scale.key() + " has items");
                });
    }

    private static HttpProblem impossible(String why) {
        return Refusal.badRequest("scoring-impossible", "No scale can be scored so")
                .violation("minimum", why)
                .problem();
    }

    private InstrumentReference known(String key, String version) {
        InstrumentReference instrument = new InstrumentReference(key, version);
        instruments.find(instrument).orElseThrow(() -> Refusal.notFound("instrument")
                .problem());
        return instrument;
    }
}
