package org.mentoringcommons.exchange;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How this service reads the broker. */
final class KafkaReading {

    /** Few enough that a batch whose every record is tried to the end still finishes within the poll interval. */
    private static final int RECORDS_A_POLL = 50;

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
        return settings;
    }

    private static KafkaConsumer<String, byte[]> open(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
