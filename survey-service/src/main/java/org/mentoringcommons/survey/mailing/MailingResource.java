package org.mentoringcommons.survey.mailing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.mentoringcommons.survey.protocol.Protocols;
import org.mentoringcommons.survey.wave.WaveOpening;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** An institution's administrator decides whether this service writes to people, and when. */
@Path("/survey/v1/protocols/{protocol}/mailing")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INSTITUTION_ADMIN)
@Tag(name = "Protocols")
class MailingResource {

    private final Protocols protocols;
    private final Mailings mailings;
    private final WaveOpening waves;
    private final AuditTrail trail;
    private final TenantBinding binding;

    MailingResource(
            Protocols protocols, Mailings mailings, WaveOpening waves, AuditTrail trail, TenantBinding binding) {
        this.protocols = protocols;
        this.mailings = mailings;
        this.waves = waves;
        this.trail = trail;
        this.binding = binding;
    }

    @PUT
    @Transactional
    @Operation(
            summary = "Has invitations and reminders mailed",
            description =
                    "To the addresses of the roster, which are asked for at the moment of sending and kept nowhere:"
                            + " as a wave opens, and after so many days to those who have neither answered, declined nor"
                            + " withdrawn. Not in quiet hours, and nobody twice. Waves that are open are written to as well.")
    @APIResponse(responseCode = "200", description = "Planned")
    @APIResponse(responseCode = "400", description = "`violations` names each field")
    @APIResponse(responseCode = "404", description = "The institution has no such protocol")
    public Mailing plan(@PathParam("protocol") UUID protocol, @NotNull @Valid Mailing wanted) {
        require(protocol);
        if (!wanted.rises()) {
            throw Refusal.badRequest("mailing-unfit", "The mailing cannot be so")
                    .violation("reminderDays", "do not rise")
                    .problem();
        }
        mailings.plan(protocol, wanted);
        waves.remindOf(protocol);
        note("mailing.planned", protocol, "reminders after days " + wanted.reminderDays());
        return wanted;
    }

    @GET
    @Transactional
    @Operation(summary = "Shows when mails go out", description = "If this service sends any.")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = Mailing.class)))
    @APIResponse(responseCode = "404", description = "No such protocol, or none is mailed: `mailing-not-found`")
    public Mailing show(@PathParam("protocol") UUID protocol) {
        require(protocol);
        return mailings.find(protocol)
                .orElseThrow(() -> Refusal.notFound("mailing").problem());
    }

    @DELETE
    @Transactional
    @Operation(summary = "Has no mails sent any more", description = "Portals can send the links themselves.")
    @APIResponse(responseCode = "204", description = "None is sent from now on")
    @APIResponse(responseCode = "404", description = "The institution has no such protocol")
    public Response stop(@PathParam("protocol") UUID protocol) {
        require(protocol);
        mailings.forget(protocol);
        note("mailing.stopped", protocol, "no more mails");
        return Response.noContent().build();
    }

    private void require(UUID protocol) {
        if (protocols.find(protocol).isEmpty()) {
            throw Refusal.notFound("protocol").problem();
        }
    }

    private void note(String action, UUID protocol, String detail) {
        trail.record(Deed.of(action, "protocol", protocol.toString())
                .institution(binding.tenant().orElseThrow())
                .detail(detail));
    }
}
