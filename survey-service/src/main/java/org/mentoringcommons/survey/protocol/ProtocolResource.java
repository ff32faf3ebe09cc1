package org.mentoringcommons.survey.protocol;

import jakarta.annotation.security.RolesAllowed;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.page.Page;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** An institution's administrator registers the protocols under which it asks. */
@Path("/survey/v1/protocols")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INSTITUTION_ADMIN)
@Tag(name = "Protocols", description = "Ethics protocols with their consent texts")
class ProtocolResource {

    private final Protocols protocols;
    private final Consents consents;
    private final Registration registration;

    ProtocolResource(Protocols protocols, Consents consents, Registration registration) {
        this.protocols = protocols;
        this.consents = consents;
        this.registration = registration;
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
        Protocol protocol = registration.register(wanted);
        return Response.created(request.getAbsolutePathBuilder()
                        .path(protocol.id().toString())
                        .build())
                .entity(protocol.view(consents.inForce(protocol.id())))
                .build();
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
        List<Protocol> protocols = this.protocols.after(after, limit + 1);
        Map<UUID, Consent> inForce =
                consents.inForce(protocols.stream().map(Protocol::id).toList());
        List<ProtocolView> found = protocols.stream()
                .map(protocol -> protocol.view(inForce.get(protocol.id())))
                .toList();
        return Page.of(found, limit, protocol -> protocol.id().toString(), request);
    }

    @GET
    @Path("/{protocol}")
    @Transactional
    @Operation(
            summary = "Shows a protocol",
            description = "With the consent text in force and its evaluators' subjects.")
    @APIResponse(responseCode = "200", description = "The protocol")
    @APIResponse(responseCode = "404", description = "The institution has no such protocol")
    public ProtocolView show(@PathParam("protocol") UUID id) {
        return protocols
                .find(id)
                .map(protocol -> protocol.view(consents.inForce(id)))
                .orElseThrow(() -> Refusal.notFound("protocol").problem());
    }
}
