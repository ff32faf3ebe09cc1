package org.mentoringcommons.survey.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A webhook; its secret is shown as it is made, and never again.
 *
 * @param secret what messages are signed with; left out but for the answer that made it
 * @param formerSecretUntil until when messages are signed with the secret before, too; null if they are not
 */
@Schema(
        name = "Webhook",
        examples =
                """
                {"id": "0b0f2c0a-3c52-4c2b-8f0e-5d3a6a1f9d11", "url": "https://portal.lakeside.example/hooks/mentoring",
                 "description": "Campus portal", "events": ["wave.opened", "wave.closed", "wave.answered"],
                 "formerSecretUntil": null}""")
record WebhookView(
        UUID id,
        String url,
        String description,
        List<EventType> events,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = "whsec_.*") String secret,
        Instant formerSecretUntil) {

    static WebhookView of(Webhook webhook, Instant now) {
        return of(webhook, now, null);
    }

    static WebhookView of(Webhook webhook, Instant now, String secret) {
        boolean former = webhook.secrets(now).count() > 1;
        return new WebhookView(
                webhook.id(),
                webhook.url(),
                webhook.description(),
                webhook.events(),
                secret,
                former ? webhook.formerUntil() : null);
    }
}
