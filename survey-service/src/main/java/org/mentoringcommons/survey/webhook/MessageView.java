package org.mentoringcommons.survey.webhook;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a webhook was told, or is to be told.
 *
 * @param id what its {@code webhook-id} header says
 * @param dueAt when it is sent next; null unless it waits
 * @param attempts since it was made or replayed
 * @param outcome of the last attempt: {@code status-204}, {@code timeout}, {@code unreachable},
 *     {@code address-refused} (it leads to no public address) or {@code certificate-refused}; null before the first
 */
@Schema(
        name = "WebhookMessage",
        examples =
                """
                {"id": "5f7e0f0e-94ff-4a7e-9a58-0a0f8a3f1f10", "type": "wave.answered", "madeAt": "2026-03-10T16:00:00Z",
                 "state": "dead", "dueAt": null, "attempts": 12, "outcome": "timeout",
                 "payload": {"type": "wave.answered", "timestamp": "2026-03-10T16:00:00Z",
                             "data": {"wave": "1d0e7a3e-7d26-4f5b-9a0d-3f5a8a0b6c01",
                                      "workshop": "6f1f5a0e-6a5a-4f0e-9c53-0d7a5b1c2e90", "responded": 12}}}""")
record MessageView(
        UUID id,
        String type,
        Instant madeAt,
        Message.State state,
        Instant dueAt,
        int attempts,
        String outcome,
        @JsonRawValue @Schema(implementation = Payload.class) String payload) {

    static MessageView of(Message message) {
        return new MessageView(
                message.id(),
                message.type(),
                message.madeAt(),
                message.state(),
                message.state() == Message.State.WAITING ? message.dueAt() : null,
                message.attempts(),
                message.outcome(),
                message.body());
    }
}
