package org.mentoringcommons.exchange;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How this service reads the broker. */
final class KafkaReading {

    /** Many, so that those of one institution can share a transaction when there is a lot to catch up with. */
    private static final int RECORDS_A_POLL = 8_000;

    /** Even a poll whose every record fails to the last attempt ends within it; a dead instance is noticed otherwise. */
    private static final int MILLIS_BETWEEN_POLLS = 30 * 60 * 1_000;

    private static final int BYTES_A_PARTITION = 8 * 1024 * 1024;

    /** How long a killed instance keeps its partitions from the others. */
    private static final int SESSION_MILLIS = 10_000;

    private KafkaReading() {}

    /** As a member of the service's group, from the beginning if the group is new. */
    static KafkaConsumer<String, byte[]> asGroup(Map<String, Object> broker, String group) {
        Map<String, Object> settings = settings(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        return open(settings);
    }

    /** On its own, at positions it chooses. */
    static KafkaConsumer<String, byte[]> alone(Map<String, Object> broker) {
        Map<String, Object> settings = settings(broker);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return open(settings);
    }

    private static Map<String, Object> settings(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_A_POLL);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MILLIS_BETWEEN_POLLS);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, BYTES_A_PARTITION);
        return settings;
    }

    private static KafkaConsumer<String, byte[]> open(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
