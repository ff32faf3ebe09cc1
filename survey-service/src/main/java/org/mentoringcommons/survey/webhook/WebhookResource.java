package org.mentoringcommons.survey.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Where an institution's systems are told what happened, and of what. */
@Path("/survey/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(
        name = "Webhooks",
        description = "Signed messages (Standard Webhooks) to an institution's own systems: ids, counts and states,"
                + " nothing of a person and no answer")
class WebhookResource {

    private final Managing managing;
    private final Endpoints endpoints;
    private final Signatures signatures;
    private final Clock clock;

    WebhookResource(Managing managing, Endpoints endpoints, Signatures signatures, Clock clock) {
        this.managing = managing;
        this.endpoints = endpoints;
        this.signatures = signatures;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Has messages sent to an address",
            description =
                    "From now on, of these events. The answer alone shows the secret that they are signed with. The address"
                            + " has to be https, of ASCII characters, and to lead to the public internet; it is looked at again before each message.")
    @APIResponse(
            responseCode = "201",
            description = "Made; with its secret",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "`webhook-unfit`: `violations` says what is wrong with `url`; `unreadable-body` names an event"
                            + " there is not")
    @APIResponse(
            responseCode = "409",
            description = "`webhook-exists`: there is one at that address; `too-many-webhooks`")
    @APIResponse(
            responseCode = "503",
            description = "`names-busy`: many names are being looked up; `Retry-After` says how long to wait")
    public Response add(@NotNull @Valid NewWebhook wanted, @Context UriInfo request) {
        requireAcceptable(wanted);
        Webhook made = managing.add(wanted);
        return withSecret(
                Response.created(request.getAbsolutePathBuilder()
                        .path(made.id().toString())
                        .build()),
                made);
    }

    @GET
    @Operation(summary = "Lists the institution's webhooks", description = "All; there are few. Without secrets.")
    @APIResponse(responseCode = "200", description = "The webhooks, by id")
    public List<WebhookView> list() {
        return managing.all().stream()
                .map(webhook -> WebhookView.of(webhook, clock.instant()))
                .toList();
    }

    @GET
    @Path("/{webhook}")
    @Operation(summary = "Shows a webhook", description = "Without its secret.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "The institution has no such webhook")
    public Response show(@PathParam("webhook") UUID id) {
        return shown(managing.find(id));
    }

    @PUT
    @Path("/{webhook}")
    @Operation(
            summary = "Changes a webhook",
            description = "As a whole. What waits to be sent goes to the new address; the secret stays.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "400", description = "As when it is made: `webhook-unfit`, `unreadable-body`")
    @APIResponse(responseCode = "404", description = "The institution has no such webhook")
    @APIResponse(responseCode = "409", description = "`webhook-exists`, `changed-meanwhile`")
    @APIResponse(responseCode = "412", description = "`changed-since-read`")
    @APIResponse(responseCode = "503", description = "As when it is made: `names-busy`")
    public Response change(
            @PathParam("webhook") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = "The ETag of what was read") String ifMatch,
            @NotNull @Valid NewWebhook wanted) {
        managing.find(id);
        requireAcceptable(wanted);
        return shown(managing.change(id, wanted, ifMatch));
    }

    @DELETE
    @Path("/{webhook}")
    @Operation(summary = "Ends a webhook", description = "Its messages, sent or not, go with it.")
    @APIResponse(responseCode = "204", description = "Nothing is sent there any more")
    @APIResponse(responseCode = "404", description = "The institution has no such webhook")
    public Response remove(@PathParam("webhook") UUID id) {
        managing.remove(id);
        return Response.noContent().build();
    }

    @POST
    @Path("/{webhook}/secrets")
    @Operation(
            summary = "Gives a webhook another secret",
            description =
                    "Messages bear a signature by each secret while both are good: receivers change over in their own time."
                            + " If one has leaked, ask for an overlap of `PT0S`. There are never more than two: a second"
                            + " rotation ends the first secret at once.")
    @APIResponse(
            responseCode = "200",
            description = "With the new secret, which is shown this once",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(
            responseCode = "400",
            description = "`secret-unfit`: the `overlap` is longer than 30 days or below none")
    @APIResponse(responseCode = "404", description = "The institution has no such webhook")
    public Response rotate(@PathParam("webhook") UUID id, @NotNull @Valid NewSecret wanted) {
        if (!wanted.fits()) {
            throw Refusal.badRequest("secret-unfit", "The secrets cannot overlap so")
                    .violation("overlap", "has to be PT0S to P30D")
                    .problem();
        }
        return withSecret(Response.ok(), managing.rotate(id, wanted));
    }

    /** Outside any transaction: a name may take long to look up. */
    private void requireAcceptable(NewWebhook wanted) {
        endpoints.objection(wanted.url()).ifPresent(objection -> {
            throw Refusal.badRequest("webhook-unfit", "No message can be sent there")
                    .violation("url", objection)
                    .problem();
        });
    }

    private Response shown(Webhook webhook) {
        return Response.ok(WebhookView.of(webhook, clock.instant()))
                .tag(tag(webhook))
                .build();
    }

    /** No cache on the way keeps it. */
    private Response withSecret(Response.ResponseBuilder answer, Webhook webhook) {
        return answer.entity(WebhookView.of(webhook, clock.instant(), signatures.secret(webhook)))
                .tag(tag(webhook))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static EntityTag tag(Webhook webhook) {
        return new EntityTag(Integer.toString(webhook.revision()));
    }
}
