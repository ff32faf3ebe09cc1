package org.mentoringcommons.survey.linking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.page.Page;
import org.mentoringcommons.survey.protocol.Protocols;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** Evaluators named on a protocol read which of its answers belong together. */
@Path("/survey/v1/protocols/{protocol}/linked-answers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.EVALUATOR)
@Tag(name = "Links")
class LinkedAnswerResource {

    private final LinkedAnswers answers;
    private final Protocols protocols;
    private final AuditTrail trail;
    private final TenantBinding binding;
    private final Caller caller;

    LinkedAnswerResource(
            LinkedAnswers answers, Protocols protocols, AuditTrail trail, TenantBinding binding, Caller caller) {
        this.answers = answers;
        this.protocols = protocols;
        this.trail = trail;
        this.binding = binding;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Lists answers with what they belong to",
            description =
                    "Only answers given for research, without free words, of waves that are over and that at least"
                            + " five answered for research. `person` is the same in all waves of the protocol; `pair` is the same"
                            + " for a mentor and all their mentees, also under another protocol, once both sides have answered and"
                            + " those of at least five mentors declared together have. For evaluators named on the protocol.")
    @APIResponse(
            responseCode = "200",
            description = "A page in random but stable order; `Link` of relation `next` leads on",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = LinkedAnswer.class)))
    @APIResponse(responseCode = "404", description = "No such protocol, or it does not name the caller")
    public Response list(
            @PathParam("protocol") UUID protocol,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo request) {
        protocols.find(protocol).filter(known -> known.names(caller.subject())).orElseThrow(() -> Refusal.notFound(
                        "protocol")
                .problem());
        List<LinkedAnswer> found = answers.after(protocol, after, limit + 1);
        trail.record(Deed.of("linked-answers.read", "protocol", protocol.toString())
                .institution(binding.tenant().orElseThrow())
                .detail(Math.min(found.size(), limit) + " answers"));
        return Page.of(found, limit, answer -> answer.response().toString(), request);
    }
}
