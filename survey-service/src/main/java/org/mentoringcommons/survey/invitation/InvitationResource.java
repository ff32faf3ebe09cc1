package org.mentoringcommons.survey.invitation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.page.Page;
import org.mentoringcommons.survey.wave.Wave;
import org.mentoringcommons.survey.wave.Waves;
import org.mentoringcommons.survey.wave.Window;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** Hands out the links of a wave to whoever sends them on: a portal, or the institution's administrator. */
@Path("/survey/v1/waves/{wave}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PORTAL, Roles.INSTITUTION_ADMIN})
@Tag(name = "Waves")
class InvitationResource {

    private final Waves waves;
    private final Invitations invitations;
    private final InvitationLinks links;
    private final Unsettled unsettled;
    private final TenantBinding binding;
    private final AuditTrail trail;
    private final Clock clock;

    InvitationResource(
            Waves waves,
            Invitations invitations,
            InvitationLinks links,
            Unsettled unsettled,
            TenantBinding binding,
            AuditTrail trail,
            Clock clock) {
        this.unsettled = unsettled;
        this.clock = clock;
        this.waves = waves;
        this.invitations = invitations;
        this.links = links;
        this.binding = binding;
        this.trail = trail;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Lists a wave's invitations",
            description = "By participant. The links stay the same however often they are asked for. `remind` is false"
                    + " once somebody has settled the matter, without telling how, and once the wave is closed. Each page"
                    + " is on the audit trail.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` of relation `next` leads on",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = InvitationView.class)))
    @APIResponse(responseCode = "404", description = "The institution has no such wave")
    public Response list(
            @PathParam("wave") UUID wave,
            @QueryParam("after") @Parameter(description = "Only participants after this one") UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo request) {
        Wave asked = waves.find(wave).orElseThrow(() -> Refusal.notFound("wave").problem());
        Tenant institution = binding.tenant().orElseThrow();
        List<Invitations.Invitation> page = invitations.ofWave(wave, after, limit + 1);
        Set<UUID> toRemind = asked.stateAt(clock.instant()) == Window.State.OPEN
                ? unsettled.among(
                        asked.protocol(),
                        wave,
                        page.stream().map(Invitations.Invitation::participant).toList())
                : Set.of();
        List<InvitationView> found = page.stream()
                .map(invitation -> {
                    String token = links.token(institution, invitation.id());
                    return new InvitationView(
                            invitation.participant(),
                            token,
                            links.address(token),
                            toRemind.contains(invitation.participant()));
                })
                .toList();
        trail.record(Deed.of("links.read", "wave", wave.toString())
                .institution(institution)
                .detail(Math.min(found.size(), limit) + " links"));
        return Page.of(found, limit, invitation -> invitation.participant().toString(), request);
    }
}
