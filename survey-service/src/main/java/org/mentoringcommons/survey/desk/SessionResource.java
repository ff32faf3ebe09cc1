package org.mentoringcommons.survey.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.page.PublicAddress;
import org.mentoringcommons.survey.seal.Seals;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Roles;

/** A portal at which an evaluator is signed in gets a link for them to the coding page. */
@Path("/survey/v1/coding-sessions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.EVALUATOR)
@Tag(name = "Coding")
class SessionResource {

    static final Duration TICKET = Duration.ofMinutes(2);

    private final Seals seals;
    private final PublicAddress addresses;
    private final Caller caller;
    private final Clock clock;

    SessionResource(Seals seals, PublicAddress addresses, Caller caller, Clock clock) {
        this.seals = seals;
        this.addresses = addresses;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param address for the evaluator's browser, good once */
    record CodingSession(URI address, Instant until) {}

    @POST
    @Operation(
            summary = "Makes a link to the coding page",
            description = "For the caller, who opens it in a browser within two minutes; it is good once. The page then"
                    + " knows the caller for two hours, as evaluator of this institution and for nothing else.")
    @APIResponse(
            responseCode = "201",
            description = "The link",
            content = @Content(schema = @Schema(implementation = CodingSession.class)))
    public Response begin() {
        Pass ticket = new Pass(
                UUID.randomUUID(),
                caller.institution().orElseThrow(),
                caller.institutionAlias().orElseThrow(),
                caller.subject(),
                clock.instant().plus(TICKET));
        URI address =
                addresses.of(DeskPage.PATH + "/enter?ticket=" + ticket.sealed(seals, Seals.Purpose.CODING_TICKET));
        return HtmlPage.secret(Response.created(address))
                .entity(new CodingSession(address, ticket.until()))
                .build();
    }
}
