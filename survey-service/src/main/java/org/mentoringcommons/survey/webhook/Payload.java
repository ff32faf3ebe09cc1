package org.mentoringcommons.survey.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a message.
 *
 * @param timestamp when it happened
 * @param data what, by ids, counts and states
 */
@Schema(name = "WebhookPayload")
record Payload(
        @Schema(examples = "wave.opened") String type,
        Instant timestamp,
        @Schema(type = SchemaType.OBJECT) Object data) {}
