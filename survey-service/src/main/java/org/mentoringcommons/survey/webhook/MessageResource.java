package org.mentoringcommons.survey.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.survey.page.Page;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** What a webhook was told, what it could not be told, and how to tell it again. */
@Path("/survey/v1/webhooks/{webhook}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSTITUTION_ADMIN, Roles.PORTAL})
@Tag(name = "Webhooks")
class MessageResource {

    private final Replaying replaying;

    MessageResource(Replaying replaying) {
        this.replaying = replaying;
    }

    /** How many messages are sent again. */
    @Schema(name = "WebhookReplay")
    record Replayed(int replayed) {}

    @GET
    @Path("/messages")
    @Transactional
    @Operation(
            summary = "Lists messages",
            description =
                    "The youngest first: those that wait, and those delivered or given up in the last 30 days. Those in"
                            + " state `dead` are the dead letters.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` of relation `next` leads on",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = MessageView.class)))
    @APIResponse(responseCode = "400", description = "`webhook-message-unfit`: there is no such `state`")
    @APIResponse(responseCode = "404", description = "The institution has no such webhook")
    public Response list(
            @PathParam("webhook") UUID webhook,
            @QueryParam("state") @Parameter(schema = @Schema(implementation = Message.State.class)) String state,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo request) {
        List<MessageView> found = replaying.list(webhook, state(state), after, limit + 1).stream()
                .map(MessageView::of)
                .toList();
        return Page.of(found, limit, message -> message.id().toString(), request);
    }

    @GET
    @Path("/messages/{message}")
    @Transactional
    @Operation(summary = "Shows a message", description = "With what came of the last attempt.")
    @APIResponse(responseCode = "200", description = "The message")
    @APIResponse(responseCode = "404", description = "The institution has no such webhook, or that no such message")
    public MessageView show(@PathParam("webhook") UUID webhook, @PathParam("message") UUID message) {
        return MessageView.of(replaying.message(webhook, message));
    }

    @POST
    @Path("/messages/{message}/replay")
    @Transactional
    @Operation(
            summary = "Sends a message again",
            description =
                    "Whatever became of it, under the same `webhook-id`, beginning with the first of its attempts.")
    @APIResponse(
            responseCode = "202",
            description = "It waits to be sent",
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    @APIResponse(responseCode = "404", description = "The institution has no such webhook, or that no such message")
    public Response replay(@PathParam("webhook") UUID webhook, @PathParam("message") UUID message) {
        return accepted(MessageView.of(replaying.replay(webhook, message)));
    }

    @POST
    @Path("/messages/replay")
    @Transactional
    @Operation(summary = "Sends all dead letters again", description = "In the order in which they were made.")
    @APIResponse(
            responseCode = "202",
            description = "They wait to be sent",
            content = @Content(schema = @Schema(implementation = Replayed.class)))
    @APIResponse(responseCode = "404", description = "The institution has no such webhook")
    public Response replayDead(@PathParam("webhook") UUID webhook) {
        return accepted(new Replayed(replaying.replayDead(webhook)));
    }

    @POST
    @Path("/ping")
    @Transactional
    @Operation(
            summary = "Sends a test message",
            description = "Of type `ping`, signed and repeated as all others are. While one waits, no other is made.")
    @APIResponse(
            responseCode = "202",
            description = "It waits to be sent; ask for it to see what came of it",
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    @APIResponse(responseCode = "404", description = "The institution has no such webhook")
    public Response ping(@PathParam("webhook") UUID webhook) {
        return accepted(MessageView.of(replaying.ping(webhook)));
    }

    private static Response accepted(Object what) {
        return Response.accepted(what).build();
    }

    private static Message.State state(String word) {
        if (word == null) {
            return null;
        }
        return Message.State.of(word)
                .orElseThrow(() -> Refusal.badRequest("webhook-message-unfit", "There are no such messages")
                        .violation("state", "has to be waiting, delivered or dead")
                        .problem());
    }
}
