package org.mentoringcommons.survey.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * An address that is told of events.
 *
 * @param secret the number of the secret in force
 * @param formerUntil until when the one before it is good as well; null if there is none
 * @param revision rises with each change
 */
record Webhook(
        UUID id,
        String url,
        String description,
        List<EventType> events,
        int secret,
        Instant formerUntil,
        int revision) {

    /** The numbers of the secrets to sign with at this moment, the one in force first. */
    IntStream secrets(Instant now) {
        boolean former = formerUntil != null && now.isBefore(formerUntil);
        return former ? IntStream.of(secret, secret - 1) : IntStream.of(secret);
    }
}
