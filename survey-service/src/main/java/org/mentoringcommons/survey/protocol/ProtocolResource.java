package org.mentoringcommons.survey.protocol;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.mentoringcommons.survey.instrument.Instruments;
import org.mentoringcommons.survey.page.Page;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantBinding;

/** An institution's administrator registers the protocols under which it asks. */
@Path("/survey/v1/protocols")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INSTITUTION_ADMIN)
@Tag(name = "Protocols", description = "Ethics protocols with their consent texts")
class ProtocolResource {

    private final Protocols protocols;
    private final Instruments instruments;
    private final Event<ProtocolRegistered> registered;
    private final AuditTrail trail;
    private final TenantBinding binding;

    ProtocolResource(
            Protocols protocols,
            Instruments instruments,
            Event<ProtocolRegistered> registered,
            AuditTrail trail,
            TenantBinding binding) {
        this.protocols = protocols;
        this.instruments = instruments;
        this.registered = registered;
        this.trail = trail;
        this.binding = binding;
    }

    @POST
    @Transactional
    @Operation(
            summary = "Registers a protocol",
            description =
                    "It applies to workshops whose wave opens while it is valid, also to those delivered already.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = ProtocolView.class)))
    @APIResponse(responseCode = "400", description = "It contradicts itself, or names an instrument that is not there")
    @APIResponse(responseCode = "409", description = "This number of this board is registered: `protocol-exists`")
    public Response register(@NotNull @Valid NewProtocol wanted, @Context UriInfo request) {
        if (wanted.endsBeforeItBegins()) {
            throw Refusal.badRequest("protocol-contradictory", "The protocol ends before it begins")
                    .violation("validTo", "is before validFrom")
                    .problem();
        }
        if (instruments.find(wanted.instrument()).isEmpty()) {
            throw Refusal.badRequest("instrument-unknown", "There is no such version of an instrument")
                    .violation("instrument", "does not exist")
                    .problem();
        }
        if (protocols.exists(wanted.board(), wanted.number())) {
            throw Refusal.conflict("protocol-exists", "This protocol is registered")
                    .violation("number", "is taken at this board")
                    .problem();
        }
        Protocol protocol = new Protocol(wanted);
        protocols.add(protocol);
        registered.fire(new ProtocolRegistered(protocol));
        note("protocol.registered", protocol, protocol.instrument().toString());
        note("consent-text.published", protocol, "version " + protocol.consent().version());
        return Response.created(request.getAbsolutePathBuilder()
                        .path(protocol.id().toString())
                        .build())
                .entity(protocol.view())
                .build();
    }

    private void note(String action, Protocol protocol, String detail) {
        trail.record(Deed.of(action, "protocol", protocol.id().toString())
                .institution(binding.tenant().orElseThrow())
                .detail(detail));
    }

    @GET
    @Transactional
    @Operation(summary = "Lists the institution's protocols", description = "By id.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` of relation `next` leads on",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ProtocolView.class)))
    public Response list(
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo request) {
        List<ProtocolView> found =
                protocols.after(after, limit + 1).stream().map(Protocol::view).toList();
        return Page.of(found, limit, protocol -> protocol.id().toString(), request);
    }

    @GET
    @Path("/{protocol}")
    @Transactional
    @Operation(summary = "Shows a protocol", description = "With its consent text and its evaluators' subjects.")
    @APIResponse(responseCode = "200", description = "The protocol")
    @APIResponse(responseCode = "404", description = "The institution has no such protocol")
    public ProtocolView show(@PathParam("protocol") UUID id) {
        return protocols.find(id).map(Protocol::view).orElseThrow(() -> Refusal.notFound("protocol")
                .problem());
    }
}
