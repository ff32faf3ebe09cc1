package org.mentoringcommons.survey.quote;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.instrument.Keys;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** Evaluators named on a protocol release words of its texts. */
@Path("/survey/v1/texts/{response}/{item}/quote")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.EVALUATOR)
@Transactional
@Tag(name = "Quotes")
class ReleaseResource {

    private final Quotes quotes;
    private final AuditTrail trail;
    private final TenantBinding binding;
    private final Caller caller;

    ReleaseResource(Quotes quotes, AuditTrail trail, TenantBinding binding, Caller caller) {
        this.quotes = quotes;
        this.trail = trail;
        this.binding = binding;
        this.caller = caller;
    }

    /** @param quote a part of the redacted text, word for word */
    record NewQuote(@NotBlank @Size(max = 2000) @Schema(examples = "I will write an agenda") String quote) {}

    @PUT
    @Operation(
            summary = "Releases a quote",
            description =
                    "From then on whoever sees the institution's quotes sees it. If the text is redacted again, or"
                            + " withdrawn or changed by who wrote it, the quote is not shown any more.")
    @APIResponse(responseCode = "200", description = "Released")
    @APIResponse(responseCode = "400", description = "These are no words of the redacted text: `quote-not-in-text`")
    @APIResponse(
            responseCode = "404",
            description = "No such text, not redacted, or not the caller's: `text-not-found`")
    public NewQuote release(
            @PathParam("response") UUID response,
            @PathParam("item") @Pattern(regexp = Keys.KEY) String item,
            @NotNull @Valid NewQuote wanted) {
        Quotes.Quotable text = find(response, item);
        if (!text.text().contains(wanted.quote())) {
            throw Refusal.badRequest("quote-not-in-text", "These are no words of the text")
                    .violation("quote", "must be a part of the redacted text")
                    .problem();
        }
        quotes.release(response, item, wanted.quote(), caller.subject());
        note("quote.released", text, item);
        return wanted;
    }

    @DELETE
    @Operation(summary = "Takes a quote back", description = "It is not shown from then on.")
    @APIResponse(responseCode = "204", description = "Taken back")
    @APIResponse(responseCode = "404", description = "No such text, not the caller's, or no quote: `quote-not-found`")
    public void takeBack(
            @PathParam("response") UUID response, @PathParam("item") @Pattern(regexp = Keys.KEY) String item) {
        Quotes.Quotable text = find(response, item);
        if (text.quote() == null) {
            throw Refusal.notFound("quote").problem();
        }
        quotes.takeBack(response, item);
        note("quote.retracted", text, item);
    }

    private Quotes.Quotable find(UUID response, String item) {
        return quotes.lock(response, item, caller.subject())
                .orElseThrow(() -> Refusal.notFound("text").problem());
    }

    private void note(String action, Quotes.Quotable text, String item) {
        trail.record(Deed.of(action, "protocol", text.protocol().toString())
                .institution(binding.tenant().orElseThrow())
                .detail(item));
    }
}
