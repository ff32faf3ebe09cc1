package org.mentoringcommons.survey.redaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.instrument.Keys;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.page.Page;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Roles;

/** Evaluators named on a protocol decide what of a text its coders read. */
@Path("/survey/v1/redactions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.EVALUATOR)
@Tag(name = "Redaction", description = "What could lead to somebody is taken out of texts before anybody codes them")
class RedactionResource {

    private static final String CURSOR = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:[A-Za-z0-9_-]{1,80}";
    private static final int UUID_LENGTH = 36;
    private static final int MOST = 50; // each workshop's roster is asked for

    private final Redaction redaction;
    private final Caller caller;

    RedactionResource(Redaction redaction, Caller caller) {
        this.redaction = redaction;
        this.caller = caller;
    }

    /** @param text what coders read from now on */
    record Redacted(UUID response, String item, String text) {}

    @GET
    @Operation(
            summary = "Lists texts to decide about",
            description =
                    "As they were written, of answers given for research, under protocols that name the caller; with"
                            + " suggestions: e-mail addresses, phone numbers, names of the workshop's roster, institutions.")
    @APIResponse(
            responseCode = "200",
            description = "A page in random but stable order; `Link` of relation `next` leads on",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Waiting.class)))
    public Response list(
            @QueryParam("protocol") UUID protocol,
            @QueryParam("wave") UUID wave,
            @QueryParam("item")
                    @Pattern(regexp = Keys.KEY)
                    @Parameter(description = "Only answers to this item", example = "planned_changes")
                    String item,
            @QueryParam("decided")
                    @DefaultValue("false")
                    @Parameter(description = "Whether to list those too about which somebody has decided")
                    boolean decided,
            @QueryParam("after") @Pattern(regexp = CURSOR) String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(MOST) int limit,
            @Context UriInfo request) {
        List<Waiting> found = redaction.list(
                caller.subject(),
                new Originals.Wanted(
                        protocol,
                        wave,
                        item,
                        decided,
                        after == null ? null : UUID.fromString(after.substring(0, UUID_LENGTH)),
                        after == null ? null : after.substring(UUID_LENGTH + 1),
                        limit + 1));
        Response page = Page.of(found, limit, Waiting::cursor, request);
        return HtmlPage.secret(Response.fromResponse(page)).build();
    }

    @PUT
    @Path("/{response}/{item}")
    @Operation(
            summary = "Decides what of a text its coders read",
            description = "Again as long as the answer is there; codes stay. The words as they were written are purged"
                    + " once the protocol's time for that is over.")
    @APIResponse(responseCode = "200", description = "Let through to the coders")
    @APIResponse(responseCode = "400", description = "`spans-unfit`, naming each")
    @APIResponse(responseCode = "404", description = "No such text, or under no protocol that names the caller")
    @APIResponse(responseCode = "409", description = "The answer was corrected meanwhile: `text-changed`")
    public Redacted decide(
            @PathParam("response") UUID response,
            @PathParam("item") @Pattern(regexp = Keys.KEY) String item,
            @NotNull @Valid Decision decision) {
        return new Redacted(response, item, redaction.decide(response, item, caller.subject(), decision));
    }
}
