package org.mentoringcommons.survey.quote;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.instrument.Keys;
import org.mentoringcommons.survey.page.Page;
import org.mentoringcommons.tenancy.Roles;

/** What an institution may show of its participants' words. */
@Path("/survey/v1/quotes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.EVALUATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Quotes", description = "Words that a person has released; no others leave this service")
class QuoteResource {

    private final Quotes quotes;

    QuoteResource(Quotes quotes) {
        this.quotes = quotes;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Lists released quotes",
            description =
                    "Of the institution, with the codes of the text each is from. A quote that is gone was taken back,"
                            + " or its answer withdrawn or changed: whoever shows quotes asks again.")
    @APIResponse(
            responseCode = "200",
            description = "A page in random but stable order; `Link` of relation `next` leads on",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = QuoteView.class)))
    public Response list(
            @QueryParam("protocol") UUID protocol,
            @QueryParam("item") @Pattern(regexp = Keys.KEY) String item,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo request) {
        return Page.of(
                quotes.after(after, protocol, item, limit + 1),
                limit,
                quote -> quote.id().toString(),
                request);
    }
}
