package org.mentoringcommons.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;

/** Where a platform operator sees the facts that could not take effect in this service, and replays them. */
@Path("/{service}/v1/dead-letters")
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@Tag(name = "Dead letters", description = "Facts from other services that could not take effect here")
class DeadLetterResource {

    private static final int PAGE = 100;

    private final DeadLetters deadLetters;
    private final Replay replay;
    private final Consumer consumer;
    private final String name;

    DeadLetterResource(
            DeadLetters deadLetters,
            Replay replay,
            Consumer consumer,
            @ConfigProperty(name = "exchange.service") String name) {
        this.deadLetters = deadLetters;
        this.replay = replay;
        this.consumer = consumer;
        this.name = name;
    }

    @GET
    @Operation(summary = "Lists dead letters", description = "Up to 100 after the given topic and key, in that order.")
    @APIResponse(responseCode = "200", description = "References and reasons; never content")
    public List<DeadLetter> list(
            @PathParam("service") String service,
            @QueryParam("afterTopic") @DefaultValue("") String topic,
            @QueryParam("afterKey") @DefaultValue("") String key) {
        requireOurName(service);
        return deadLetters.after(topic, key, PAGE);
    }

    @POST
    @Path("/{topic}/{key}/replay")
    @Operation(
            summary = "Replays a dead letter",
            description =
                    "Reads the key's current state from the log and delivers it. A letter that fails again stays.")
    @APIResponse(responseCode = "204", description = "Delivered, or laid aside again with its new reason")
    @APIResponse(responseCode = "404", description = "There is no such dead letter")
    @APIResponse(responseCode = "503", description = "The log cannot be read at present; nothing was changed")
    @APIResponse(responseCode = "409", description = "The log holds nothing of this key any more")
    public void replay(
            @PathParam("service") String service, @PathParam("topic") String topic, @PathParam("key") String key) {
        requireOurName(service);
        DeadLetter letter = deadLetters.find(topic, key).orElseThrow(() -> Refusal.notFound("dead-letter")
                .problem());
        consumer.deliverAgain(current(letter).orElseThrow(() -> Refusal.conflict(
                        "dead-letter-compacted", "The log holds nothing of this key any more")
                .problem()));
    }

    private Optional<ConsumerRecord<String, byte[]>> current(DeadLetter letter) {
        try {
            return replay.current(letter);
        } catch (KafkaException away) {
            throw Refusal.of("broker-away", Response.Status.SERVICE_UNAVAILABLE, "The log cannot be read at present")
                    .problem();
        }
    }

    private void requireOurName(String service) {
        if (!service.equals(name)) {
            throw Refusal.notFound("service").problem();
        }
    }
}
