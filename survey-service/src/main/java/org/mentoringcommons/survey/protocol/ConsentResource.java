package org.mentoringcommons.survey.protocol;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** An institution's administrator publishes new consent texts for its protocols. */
@Path("/survey/v1/protocols/{protocol}/consents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INSTITUTION_ADMIN)
@Tag(name = "Protocols")
class ConsentResource {

    private final Protocols protocols;
    private final Consents consents;
    private final Event<ConsentRenewed> renewed;
    private final AuditTrail trail;
    private final TenantBinding binding;

    ConsentResource(
            Protocols protocols,
            Consents consents,
            Event<ConsentRenewed> renewed,
            AuditTrail trail,
            TenantBinding binding) {
        this.protocols = protocols;
        this.consents = consents;
        this.renewed = renewed;
        this.trail = trail;
        this.binding = binding;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Publishes a consent text",
            description = "It is in force at once, in waves that are open too. After a `trivial` change answers given"
                    + " under the text before it are taken; after a `material` one whoever has not answered yet is"
                    + " shown the new text and decides anew, with everything typed so far kept. Answers already given"
                    + " stay under the text that was shown; whoever gave them in a wave that is open can decide anew by"
                    + " a correction, is told so on the page and, if this service sends mails, by a mail.")
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Published already, word for word: this was a retry",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @APIResponse(responseCode = "400", description = "`consent-contradictory`: `violations` names each field")
    @APIResponse(responseCode = "404", description = "The institution has no such protocol")
    @APIResponse(responseCode = "409", description = "This version has another text: `consent-exists`")
    public Response publish(
            @PathParam("protocol") UUID protocol, @NotNull @Valid NewConsentVersion wanted, @Context UriInfo request) {
        requireProtocol(protocol);
        check(wanted);
        consents.takeTurn(protocol);
        Optional<Consent> present = consents.find(protocol, wanted.consent().version());
        if (present.isPresent()) {
            if (!present.get().says(wanted.consent())) {
                throw Refusal.conflict("consent-exists", "This version of the consent is published and frozen")
                        .violation("consent.version", "is taken")
                        .problem();
            }
            return Response.ok(ConsentView.of(present.get())).build();
        }
        consents.publish(protocol, consents.inForce(protocol), wanted.change(), wanted.summary(), wanted.consent());
        Consent published = consents.inForce(protocol);
        if (wanted.change() == ConsentChange.MATERIAL) {
            renewed.fire(new ConsentRenewed(protocol));
        }
        trail.record(Deed.of("consent-text.published", "protocol", protocol.toString())
                .institution(binding.tenant().orElseThrow())
                .detail("version " + published.version()));
        return Response.created(
                        request.getAbsolutePathBuilder().path("{version}").build(published.version()))
                .entity(ConsentView.of(published))
                .build();
    }

    @GET
    @Transactional
    @Operation(summary = "Lists a protocol's consent texts", description = "In their order; the last is in force.")
    @APIResponse(responseCode = "200", description = "All of them")
    @APIResponse(responseCode = "404", description = "The institution has no such protocol")
    public List<ConsentView> list(@PathParam("protocol") UUID protocol) {
        requireProtocol(protocol);
        return consents.of(protocol).stream().map(ConsentView::of).toList();
    }

    @GET
    @Path("/{version}")
    @Transactional
    @Operation(summary = "Shows a version of a consent text", description = "As it was shown to participants.")
    @APIResponse(responseCode = "200", description = "The text and its translations")
    @APIResponse(responseCode = "404", description = "The institution has no such protocol, or that no such version")
    public ConsentView show(@PathParam("protocol") UUID protocol, @PathParam("version") String version) {
        return consents.find(protocol, version).map(ConsentView::of).orElseThrow(() -> Refusal.notFound("consent")
                .problem());
    }

    private void requireProtocol(UUID protocol) {
        if (protocols.find(protocol).isEmpty()) {
            throw Refusal.notFound("protocol").problem();
        }
    }

    private static void check(NewConsentVersion wanted) {
        Violations violations = Violations.none();
        if (wanted.change() == ConsentChange.INITIAL) {
            violations.of("change").add("must be trivial or material");
        }
        wanted.consent().check(violations.of("consent"));
        if (!violations.isEmpty()) {
            throw Refusal.badRequest("consent-contradictory", "The consent contradicts itself")
                    .violations(violations.all())
                    .problem();
        }
    }
}
