package org.mentoringcommons.survey.withdrawal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.history.ImportedPeople;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** Withdrawal of people who answered elsewhere: they have no link and no receipt here, and turn to their institution. */
@Path("/survey/v1/protocols/{protocol}/imported-withdrawals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.EVALUATOR})
@Tag(name = "Withdrawal")
class ImportedWithdrawalResource {

    private final ImportedPeople people;
    private final Withdrawing withdrawing;
    private final Proofs proofs;
    private final AuditTrail trail;
    private final TenantBinding binding;

    ImportedWithdrawalResource(
            ImportedPeople people, Withdrawing withdrawing, Proofs proofs, AuditTrail trail, TenantBinding binding) {
        this.people = people;
        this.withdrawing = withdrawing;
        this.proofs = proofs;
        this.trail = trail;
        this.binding = binding;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Withdraws somebody whose answers were imported",
            description =
                    "By what files call the participant, also before any file comes; or by what a file calls one answer. The"
                            + " same file brings them back no more. For whoever may import under the protocol."
                            + Withdrawing.BY_POLICY)
    @APIResponse(
            responseCode = "201",
            description = "Withdrawn; the proof, to be handed to the person",
            content = @Content(schema = @Schema(implementation = ProofView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn before; the proof",
            content = @Content(schema = @Schema(implementation = ProofView.class)))
    @APIResponse(responseCode = "400", description = "`violations` names each field")
    @APIResponse(
            responseCode = "404",
            description = "No such protocol, or it is not for the caller; `imported-answer-not-found`")
    public Response withdraw(@PathParam("protocol") UUID protocol, @NotNull @Valid NewImportedWithdrawal wanted) {
        if (!wanted.saysWhose()) {
            throw Refusal.badRequest("withdrawal-unclear", "It is not clear whose answers are withdrawn")
                    .violation("participant", "has to be said alone, or workshop and record instead")
                    .problem();
        }
        Withdrawing.Done done = wanted.participant() != null
                ? withdrawing.imported(protocol, people.pseudonym(protocol, wanted.participant()))
                : withdrawing.imported(
                        protocol,
                        people.records(
                                protocol, wanted.occasion(), wanted.workshop(), wanted.numbering(), wanted.record()));
        if (done.first()) {
            trail.record(Deed.of(
                            "import.person-withdrawn",
                            "withdrawal",
                            done.withdrawal().id().toString())
                    .institution(binding.tenant().orElseThrow())
                    .detail("protocol " + protocol));
        }
        return proofs.answer(done);
    }
}
