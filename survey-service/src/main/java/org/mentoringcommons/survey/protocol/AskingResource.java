package org.mentoringcommons.survey.protocol;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.instrument.Instruments;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** An institution's administrator declares what else is asked under a protocol. */
@Path("/survey/v1/protocols/{protocol}/askings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INSTITUTION_ADMIN)
@Tag(name = "Protocols")
class AskingResource {

    private final Protocols protocols;
    private final Askings askings;
    private final Instruments instruments;
    private final Event<AskingDeclared> declared;
    private final AuditTrail trail;
    private final TenantBinding binding;

    AskingResource(
            Protocols protocols,
            Askings askings,
            Instruments instruments,
            Event<AskingDeclared> declared,
            AuditTrail trail,
            TenantBinding binding) {
        this.protocols = protocols;
        this.askings = askings;
        this.instruments = instruments;
        this.declared = declared;
        this.trail = trail;
        this.binding = binding;
    }

    /** What is asked, and with which instrument. */
    record Asking(Occasion occasion, InstrumentReference instrument) {}

    /** @param instrument a version that exists */
    record NewAsking(@NotNull @Valid InstrumentReference instrument) {}

    @PUT
    @Path("/{occasion}")
    @Transactional
    @Operation(
            summary = "Declares a follow-up, or the survey of facilitators",
            description = "Follow-ups are scheduled for workshops whose wave has opened, and for later ones as theirs"
                    + " open: the same people are asked for a month, with answers linked by pseudonym. They are not if the"
                    + " protocol is not valid on the day they would open. Declared again, waves that are scheduled keep"
                    + " their instrument.")
    @APIResponse(responseCode = "200", description = "Declared")
    @APIResponse(responseCode = "400", description = "There is no such version of an instrument: `instrument-unknown`")
    @APIResponse(responseCode = "404", description = "`protocol-not-found` or `occasion-not-found`")
    public Asking declare(
            @PathParam("protocol") UUID id,
            @PathParam("occasion") @Parameter(description = "`follow-up-6`, `follow-up-12` or `facilitators`")
                    String word,
            @NotNull @Valid NewAsking wanted) {
        Protocol protocol = find(id);
        Occasion occasion = Occasion.of(word)
                .filter(known -> known != Occasion.WORKSHOP)
                .orElseThrow(() -> Refusal.notFound("occasion").problem());
        if (instruments.find(wanted.instrument()).isEmpty()) {
            throw Refusal.badRequest("instrument-unknown", "There is no such version of an instrument")
                    .violation("instrument", "does not exist")
                    .problem();
        }
        askings.declare(id, occasion, wanted.instrument());
        declared.fire(new AskingDeclared(protocol, occasion));
        trail.record(Deed.of("asking.declared", "protocol", id.toString())
                .institution(binding.tenant().orElseThrow())
                .detail(occasion.word() + ": " + wanted.instrument()));
        return new Asking(occasion, wanted.instrument());
    }

    @GET
    @Transactional
    @Operation(summary = "Lists what else is asked", description = "Besides the survey right after a workshop.")
    @APIResponse(responseCode = "200", description = "All of it")
    @APIResponse(responseCode = "404", description = "The institution has no such protocol")
    public List<Asking> list(@PathParam("protocol") UUID id) {
        find(id);
        return askings.of(id).entrySet().stream()
                .map(asked -> new Asking(asked.getKey(), asked.getValue()))
                .toList();
    }

    private Protocol find(UUID id) {
        return protocols.find(id).orElseThrow(() -> Refusal.notFound("protocol").problem());
    }
}
