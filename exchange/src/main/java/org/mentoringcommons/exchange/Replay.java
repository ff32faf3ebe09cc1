package org.mentoringcommons.exchange;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads again, from where a dead letter stands, what the log now says about its key: the newest state wins. */
@ApplicationScoped
class Replay {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Map<String, Object> broker;

    Replay(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /**
     * The last record of the letter's key; empty if the log holds none any more.
     *
     * @throws TimeoutException if the broker does not show the log to its end within half a minute
     */
    Optional<ConsumerRecord<String, byte[]>> current(DeadLetter letter) {
        TopicPartition partition = new TopicPartition(letter.topic(), letter.partition());
        try (KafkaConsumer<String, byte[]> consumer = KafkaReading.alone(broker)) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, letter.offset());
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            ConsumerRecord<String, byte[]> newest = null;
            Instant deadline = Instant.now().plus(LIMIT);
            while (consumer.position(partition) < end) {
                if (Instant.now().isAfter(deadline)) {
                    throw new TimeoutException("the broker does not show the log to its end");
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    newest = letter.key().equals(record.key()) ? record : newest;
                }
            }
            return Optional.ofNullable(newest);
        }
    }
}
