package org.mentoringcommons.exchange;

import java.time.Instant;

/**
 * What an aggregate has to tell the other services: its whole public state after a change, or that it is gone.
 *
 * @param topic the Kafka topic, named after the aggregate in the plural
 * @param key the aggregate's id
 * @param type the CloudEvents type with its version, such as {@code org.mentoringcommons.workshop.v1}
 * @param version the aggregate's version, rising with each change, starting at 1
 * @param time when it became so, as far as that may be told; null for the moment in which it is appended
 * @param data a record that Jackson writes; null erases the key from the topic
 */
public record Fact(String topic, String key, String type, long version, Instant time, Object data) {

    public Fact {
        if (version < 1) {
            throw new IllegalArgumentException("a version is at least 1");
        }
    }

    /** A fact of the moment in which it is appended. */
    public Fact(String topic, String key, String type, long version, Object data) {
        this(topic, key, type, version, null, data);
    }

    /** The last word about an aggregate: its key is erased from the topic, and nothing older ever applies again. */
    public static Fact erased(String topic, String key, String type, long version) {
        return new Fact(topic, key, type, version, null);
    }
}
