package org.mentoringcommons.exchange;

import java.time.OffsetDateTime;

/**
 * A fact that could not take effect: its place in the log and the reason, never its content.
 *
 * @param topic the topic it stands in
 * @param key the aggregate's id
 * @param version the aggregate's version; 0 if the headers did not tell
 * @param reason why, without a word of the payload
 */
record DeadLetter(
        String topic, String key, int partition, long offset, long version, String reason, OffsetDateTime failedAt) {}
