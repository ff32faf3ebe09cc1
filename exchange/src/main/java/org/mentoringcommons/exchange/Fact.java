package org.mentoringcommons.exchange;

/**
 * What an aggregate has to tell the other services: its whole public state after a change, or that it is gone.
 *
 * @param topic the Kafka topic, named after the aggregate in the plural
 * @param key the aggregate's id
 * @param type the CloudEvents type with its version, such as {@code org.mentoringcommons.workshop.v1}
 * @param version the aggregate's version, rising with each change, starting at 1
 * @param data a record that Jackson writes; null erases the key from the topic
 */
public record Fact(String topic, String key, String type, long version, Object data) {

    public Fact {
        if (version < 1) {
            throw new IllegalArgumentException("a version is at least 1");
        }
    }

    /** The last word about an aggregate: its key is erased from the topic, and nothing older ever applies again. */
    public static Fact erased(String topic, String key, String type, long version) {
        return new Fact(topic, key, type, version, null);
    }
}
