package org.mentoringcommons.survey.coding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.instrument.Keys;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.survey.protocol.Protocol;
import org.mentoringcommons.survey.protocol.Protocols;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** Evaluators named on a protocol say which two of them code its texts, with what, and see how far they are. */
@Path("/survey/v1/protocols/{protocol}/coding")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.EVALUATOR)
@Tag(name = "Coding")
class AssignmentResource {

    private final Protocols protocols;
    private final Assignments assignments;
    private final Codebooks codebooks;
    private final CarryingOver carryingOver;
    private final CodingSummaries summaries;
    private final AuditTrail trail;
    private final TenantBinding binding;
    private final Caller caller;

    AssignmentResource(
            Protocols protocols,
            Assignments assignments,
            Codebooks codebooks,
            CarryingOver carryingOver,
            CodingSummaries summaries,
            AuditTrail trail,
            TenantBinding binding,
            Caller caller) {
        this.protocols = protocols;
        this.assignments = assignments;
        this.codebooks = codebooks;
        this.carryingOver = carryingOver;
        this.summaries = summaries;
        this.trail = trail;
        this.binding = binding;
        this.caller = caller;
    }

    /** @param texts that go back to their coders, because a code of theirs was split */
    record Assigned(String item, CodebookReference codebook, List<String> coders, int texts) {}

    /** What is assigned. */
    record AssignmentView(String item, CodebookReference codebook, List<String> coders) {}

    @PUT
    @Path("/{item}")
    @Transactional
    @Operation(
            summary = "Assigns two coders and a codebook",
            description =
                    "To all answers to this item under the protocol, present and future. Put again with a version that"
                            + " continues the present one, settled texts are carried over: merged and renamed codes by"
                            + " themselves, with what they were on record; texts with a code that was split are coded anew.")
    @APIResponse(responseCode = "200", description = "Assigned")
    @APIResponse(responseCode = "400", description = "`codebook-unknown`, or `coders-unfit` naming each")
    @APIResponse(responseCode = "404", description = "No such protocol, or it does not name the caller")
    @APIResponse(
            responseCode = "409",
            description = "`coding-under-way`: texts are half coded or disputed, by others or with other codes;"
                    + " `codebook-not-continued`: texts are settled with codes that this version knows nothing of")
    public Assigned assign(
            @PathParam("protocol") UUID id,
            @PathParam("item") @Pattern(regexp = Keys.KEY) String item,
            @NotNull @Valid NewAssignment wanted) {
        Protocol protocol = find(id);
        Violations violations = wanted.violations(protocol);
        if (!violations.isEmpty()) {
            throw Refusal.badRequest("coders-unfit", "These two cannot code it")
                    .violations(violations.all())
                    .problem();
        }
        Codebook codebook = codebooks
                .find(wanted.codebook())
                .filter(found -> found.isFor(item))
                .orElseThrow(() -> Refusal.badRequest("codebook-unknown", "There is no such codebook for this item")
                        .violation("codebook", "does not exist for " + item)
                        .problem());
        int again = assign(id, item, wanted.assignment(), codebook);
        trail.record(Deed.of("coding.assigned", "protocol", id.toString())
                .institution(binding.tenant().orElseThrow())
                .detail(item + ": " + wanted.codebook().key() + " "
                        + wanted.codebook().version()));
        return new Assigned(item, wanted.codebook(), wanted.coders(), again);
    }

    private int assign(UUID protocol, String item, Assignment wanted, Codebook codebook) {
        Optional<Assignment> before = assignments.lock(protocol, item);
        assignments.put(protocol, item, wanted);
        long underWay = assignments.underWay(protocol, item, wanted);
        if (underWay > 0) {
            throw Refusal.conflict("coding-under-way", "Others have begun to code, or with other codes")
                    .detail("Settle what is disputed and finish what is half coded first.")
                    .with("texts", underWay)
                    .problem();
        }
        CodebookReference present = before.map(Assignment::codebook).orElse(wanted.codebook());
        if (present.equals(wanted.codebook())) {
            return 0;
        }
        if (!codebook.continues(present) && summaries.settled(protocol, item) > 0) {
            throw Refusal.conflict("codebook-not-continued", "Texts are settled with other codes")
                    .violation("codebook", "must continue " + present.key() + " " + present.version())
                    .problem();
        }
        return carryingOver.carry(protocol, item, present, codebook, wanted);
    }

    @GET
    @Transactional
    @Operation(summary = "Lists who codes what", description = "By item.")
    @APIResponse(responseCode = "200", description = "All of it")
    @APIResponse(responseCode = "404", description = "No such protocol, or it does not name the caller")
    public List<AssignmentView> list(@PathParam("protocol") UUID id) {
        find(id);
        return assignments.of(id).entrySet().stream()
                .map(assigned -> new AssignmentView(
                        assigned.getKey(),
                        assigned.getValue().codebook(),
                        assigned.getValue().coders()))
                .toList();
    }

    @GET
    @Path("/{item}")
    @Transactional
    @Operation(
            summary = "Shows how far coding is, what came of it, and how well the coders agreed",
            description =
                    "Counts only. `agreement` compares what two coded before they talked, one entry a version of the"
                            + " codes. With `foldSingletons`, codes of a single text are counted as `Other`.")
    @APIResponse(responseCode = "200", description = "As it stands")
    @APIResponse(
            responseCode = "404",
            description =
                    "No such protocol, it does not name the caller, or nobody is assigned: `assignment-not-found`")
    public CodingSummary summary(
            @PathParam("protocol") UUID id,
            @PathParam("item") @Pattern(regexp = Keys.KEY) String item,
            @QueryParam("foldSingletons") @DefaultValue("false") boolean foldSingletons) {
        find(id);
        Assignment assignment = Optional.ofNullable(assignments.of(id).get(item))
                .orElseThrow(() -> Refusal.notFound("assignment").problem());
        return summaries.of(id, item, assignment, foldSingletons);
    }

    private Protocol find(UUID id) {
        return protocols.find(id).filter(known -> known.names(caller.subject())).orElseThrow(() -> Refusal.notFound(
                        "protocol")
                .problem());
    }
}
