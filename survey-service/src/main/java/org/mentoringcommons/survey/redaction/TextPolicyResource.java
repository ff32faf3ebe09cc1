package org.mentoringcommons.survey.redaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.survey.protocol.Protocols;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** An institution's administrator says how long words are kept as they were written. */
@Path("/survey/v1/protocols/{protocol}/text-policy")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INSTITUTION_ADMIN)
@Transactional
@Tag(name = "Redaction")
class TextPolicyResource {

    private static final String PUT =
            """
            insert into text_policy (tenant, protocol, keep_originals_days) values (current_tenant(), ?, ?)
            on conflict (tenant, protocol) do update set keep_originals_days = excluded.keep_originals_days""";
    private static final String FIND = "select keep_originals_days from text_policy where protocol = ?";

    private final Protocols protocols;
    private final Statements statements;
    private final Purge purge;
    private final AuditTrail trail;
    private final TenantBinding binding;
    private final Clock clock;

    TextPolicyResource(
            Protocols protocols,
            Statements statements,
            Purge purge,
            AuditTrail trail,
            TenantBinding binding,
            Clock clock) {
        this.protocols = protocols;
        this.statements = statements;
        this.purge = purge;
        this.trail = trail;
        this.binding = binding;
        this.clock = clock;
    }

    /** @param keepOriginalsDays from the later of the wave's end and the day somebody decided about the text */
    record TextPolicy(@NotNull @Min(0) @Max(3650) @Schema(examples = "30") Integer keepOriginalsDays) {}

    @PUT
    @Operation(
            summary = "Says how long texts are kept as they were written",
            description = "After that the redacted words are all there is. Texts about which nobody has decided stay.")
    @APIResponse(responseCode = "200", description = "From now on")
    @APIResponse(responseCode = "404", description = "The institution has no such protocol")
    public TextPolicy put(@PathParam("protocol") UUID protocol, @NotNull @Valid TextPolicy wanted) {
        require(protocol);
        statements.update(PUT, protocol, wanted.keepOriginalsDays());
        Tenant institution = binding.tenant().orElseThrow();
        purge.later(institution, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        trail.record(Deed.of("text-policy.declared", "protocol", protocol.toString())
                .institution(institution)
                .detail(wanted.keepOriginalsDays() + " days"));
        return wanted;
    }

    @GET
    @Operation(summary = "Shows how long texts are kept as they were written", description = "90 days if nobody said.")
    @APIResponse(responseCode = "200", description = "The policy in force")
    @APIResponse(responseCode = "404", description = "The institution has no such protocol")
    public TextPolicy show(@PathParam("protocol") UUID protocol) {
        require(protocol);
        return new TextPolicy(
                statements.first(FIND, row -> row.getInt(1), protocol).orElse(Purge.DAYS));
    }

    private void require(UUID protocol) {
        if (protocols.find(protocol).isEmpty()) {
            throw Refusal.notFound("protocol").problem();
        }
    }
}
