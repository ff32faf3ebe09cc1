package org.mentoringcommons.survey.coding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
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
import org.mentoringcommons.survey.page.Page;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Roles;

/** Coders read and code the texts assigned to them; neither sees the other's codes before both are done. */
@Path("/survey/v1/texts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.EVALUATOR)
@Tag(name = "Coding")
class TextResource {

    private static final String STATE = "uncoded|coded|disputed|agreed";
    private static final String CURSOR = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:[A-Za-z0-9_-]{1,80}";
    private static final int UUID_LENGTH = 36;

    private final Texts texts;
    private final Coding coding;
    private final Caller caller;

    TextResource(Texts texts, Coding coding, Caller caller) {
        this.texts = texts;
        this.coding = coding;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Lists texts to code",
            description =
                    "Redacted texts of answers given for research, assigned to the caller. `state` is the caller's view:"
                            + " `uncoded` waits for the caller, `coded` for the other coder. What the other coder coded is shown"
                            + " once both are done.")
    @APIResponse(
            responseCode = "200",
            description = "A page in random but stable order; `Link` of relation `next` leads on",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = TextView.class)))
    public Response list(
            @QueryParam("item")
                    @Pattern(regexp = Keys.KEY)
                    @Parameter(description = "Only answers to this item", example = "planned_changes")
                    String item,
            @QueryParam("state") @Pattern(regexp = STATE) @Parameter(example = "uncoded") String state,
            @QueryParam("wave") UUID wave,
            @QueryParam("protocol") UUID protocol,
            @QueryParam("after") @Pattern(regexp = CURSOR) String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo request) {
        List<TextView> found = texts.list(
                caller.subject(),
                new Texts.Wanted(
                        item,
                        state == null ? null : State.of(state),
                        wave,
                        protocol,
                        null,
                        after == null ? null : UUID.fromString(after.substring(0, UUID_LENGTH)),
                        after == null ? null : after.substring(UUID_LENGTH + 1),
                        limit + 1));
        return Page.of(found, limit, TextView::cursor, request);
    }

    @PUT
    @Path("/{response}/{item}/codes")
    @Operation(
            summary = "Codes a text",
            description =
                    "The caller's own codes, to be changed until the other coder is done. When the second coder's are"
                            + " the same, that is the consensus; otherwise the text is disputed.")
    @APIResponse(responseCode = "200", description = "Kept; `state` tells whether there is consensus now")
    @APIResponse(responseCode = "400", description = "`codebook-unknown`, or `code-unknown` naming each")
    @APIResponse(
            responseCode = "404",
            description =
                    "No such text, not redacted yet, or under no protocol that names the caller: `text-not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`consensus-reached`, `both-coded`, `coded-by-two` or `codebook-differs`")
    public CodingView code(
            @PathParam("response") UUID response,
            @PathParam("item") @Pattern(regexp = Keys.KEY) String item,
            @NotNull @Valid NewCodes given) {
        return coding.code(response, item, caller.subject(), given);
    }

    @DELETE
    @Path("/{response}/{item}/codes")
    @Operation(summary = "Takes the caller's codes back", description = "Until the other coder is done.")
    @APIResponse(responseCode = "204", description = "Taken back")
    @APIResponse(
            responseCode = "404",
            description =
                    "No such text, not redacted yet, or under no protocol that names the caller: `text-not-found`")
    @APIResponse(responseCode = "409", description = "`not-coded`, `both-coded`, `consensus-reached` or `coded-by-two`")
    public void undo(@PathParam("response") UUID response, @PathParam("item") @Pattern(regexp = Keys.KEY) String item) {
        coding.undo(response, item, caller.subject());
    }

    @PUT
    @Path("/{response}/{item}/consensus")
    @Operation(
            summary = "Settles a disputed text",
            description = "What the two coders agreed on after talking, with a note of theirs, which stays here.")
    @APIResponse(responseCode = "200", description = "Settled")
    @APIResponse(responseCode = "400", description = "`code-unknown`, naming each")
    @APIResponse(
            responseCode = "404",
            description =
                    "No such text, not redacted yet, or under no protocol that names the caller: `text-not-found`")
    @APIResponse(responseCode = "409", description = "`not-disputed`, `consensus-reached` or `coded-by-two`")
    public CodingView agree(
            @PathParam("response") UUID response,
            @PathParam("item") @Pattern(regexp = Keys.KEY) String item,
            @NotNull @Valid NewConsensus given) {
        return coding.agree(response, item, caller.subject(), given);
    }
}
