package org.mentoringcommons.survey.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Collectors;
import org.mentoringcommons.survey.seal.Hmac;
import org.mentoringcommons.survey.seal.Seals;

/**
 * Signs messages as Standard Webhooks does: {@code v1,} and the base64 of HMAC-SHA-256 over
 * {@code id.timestamp.body}. Each secret is derived from the service's own, the webhook's id and the secret's number.
 */
@ApplicationScoped
class Signatures {

    private static final String SECRET_PREFIX = "whsec_";

    private final Seals seals;

    Signatures(Seals seals) {
        this.seals = seals;
    }

    /** The secret in force, as its receiver keeps it. */
    String secret(Webhook webhook) {
        return SECRET_PREFIX + Base64.getEncoder().encodeToString(key(webhook, webhook.secret()));
    }

    /** The {@code webhook-signature} header: by the secret in force, and by the one before as long as that is good. */
    String header(Webhook webhook, String id, Instant now, String body) {
        byte[] content = (id + "." + now.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return webhook.secrets(now)
                .mapToObj(number -> "v1," + Base64.getEncoder().encodeToString(Hmac.of(key(webhook, number), content)))
                .collect(Collectors.joining(" "));
    }

    private byte[] key(Webhook webhook, int number) {
        byte[] place = ByteBuffer.allocate(20)
                .put(Hmac.bytes(webhook.id()))
                .putInt(number)
                .array();
        return seals.hash(Seals.Purpose.WEBHOOK, place);
    }
}
