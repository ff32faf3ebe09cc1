package org.mentoringcommons.survey.withdrawal;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.invitation.LinkBinding;

/** Withdrawal by the personal link for portals. */
@Path("/survey/v1/forms/{token}/withdrawal")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Withdrawal")
class LinkWithdrawalResource {

    private final LinkBinding links;
    private final Withdrawing withdrawing;
    private final Proofs proofs;

    LinkWithdrawalResource(LinkBinding links, Withdrawing withdrawing, Proofs proofs) {
        this.links = links;
        this.withdrawing = withdrawing;
        this.proofs = proofs;
    }

    @POST
    @Operation(
            summary = "Withdraws by the personal link",
            description = "Also before answering." + Withdrawing.BY_POLICY)
    @APIResponse(
            responseCode = "201",
            description = "Withdrawn; the proof",
            content = @Content(schema = @Schema(implementation = ProofView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn before; the proof",
            content = @Content(schema = @Schema(implementation = ProofView.class)))
    @APIResponse(responseCode = "404", description = "The token leads nowhere: `invitation-not-found`")
    public Response byLink(@PathParam("token") String token) {
        return proofs.answer(withdrawing.byLink(links.bindToLeave(token)));
    }
}
