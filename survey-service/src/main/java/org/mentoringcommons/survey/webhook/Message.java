package org.mentoringcommons.survey.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one webhook is told of one event.
 *
 * @param body as it is sent, every time the same
 * @param attempts since it was made or replayed
 * @param outcome of the last attempt; null before the first
 */
record Message(
        UUID id,
        UUID webhook,
        String type,
        String body,
        Instant madeAt,
        State state,
        Instant dueAt,
        int attempts,
        String outcome) {

    /** How far it is. */
    @Schema(name = "WebhookMessageState")
    enum State {
        /** To be sent, for the first time or again. */
        @JsonProperty("waiting")
        WAITING,
        /** Answered by a yes. */
        @JsonProperty("delivered")
        DELIVERED,
        /** Given up after a day of attempts. */
        @JsonProperty("dead")
        DEAD;

        /** By the word that requests name it by. */
        static Optional<State> of(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }

    /** The {@code webhook-id} header: the same whenever it is sent, so that receivers know it again. */
    String wireId() {
        return id.toString();
    }
}
