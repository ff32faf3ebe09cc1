package org.mentoringcommons.survey.withdrawal;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
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
import org.mentoringcommons.survey.institution.InstitutionBinding;
import org.mentoringcommons.survey.page.HtmlPage;

/** Withdrawal for portals: whoever has the receipt or the link may, nobody signs in; at suspended institutions too. */
@Path("/survey/v1/withdrawals")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Withdrawal",
        description =
                "Taking back what was given under a protocol, by receipt or personal link; no access token needed")
class WithdrawalResource {

    private final InstitutionBinding institutions;
    private final Withdrawing withdrawing;
    private final Proofs proofs;

    WithdrawalResource(InstitutionBinding institutions, Withdrawing withdrawing, Proofs proofs) {
        this.institutions = institutions;
        this.withdrawing = withdrawing;
        this.proofs = proofs;
    }

    @POST
    @Operation(summary = "Withdraws by receipt", description = "Without the link." + Withdrawing.BY_POLICY)
    @APIResponse(
            responseCode = "201",
            description = "Withdrawn; the proof",
            content = @Content(schema = @Schema(implementation = ProofView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn before; the proof",
            content = @Content(schema = @Schema(implementation = ProofView.class)))
    @APIResponse(responseCode = "400", description = "`violations` names each field")
    @APIResponse(
            responseCode = "404",
            description = "`institution-not-found`, or `receipt-not-found` for any wrong code")
    @APIResponse(responseCode = "409", description = "Several people were given this code: `receipt-ambiguous`")
    public Response byReceipt(@NotNull @Valid NewWithdrawal wanted) {
        institutions.bind(wanted.institution());
        return proofs.answer(withdrawing.byReceipt(wanted.receipt()));
    }

    @GET
    @Path("/{proof}")
    @Operation(
            summary = "Shows the proof of a withdrawal",
            description =
                    "`proof` is the last part of the proof's address. What was done, where, and when as far as this"
                            + " service knows; and which frozen releases still contain the answers.")
    @APIResponse(
            responseCode = "200",
            description = "The proof as of now",
            content = @Content(schema = @Schema(implementation = ProofView.class)))
    @APIResponse(responseCode = "404", description = "We did not make this proof: `proof-not-found`")
    public Response show(@PathParam("proof") String code) {
        return HtmlPage.secret(Response.ok(proofs.of(proofs.open(code)))).build();
    }
}
