package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.mentoringcommons.deploy.local.Service;

/** The topics, read and written past the services. */
final class Log {

    private Log() {}

    static List<ConsumerRecord<String, byte[]>> readAll(Service as, String topic) {
        return readAll(TheStack.stack().kafkaClient(as), topic);
    }

    /** Appends every record of the topic once more, exactly as it stands. */
    static void publishAgain(String topic) {
        Map<String, String> operator = TheStack.stack().kafkaOperator();
        List<ConsumerRecord<String, byte[]>> records = readAll(operator, topic);
        assertThat(records).isNotEmpty();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(new HashMap<>(operator), new StringSerializer(), new ByteArraySerializer())) {
            records.forEach(record -> producer.send(
                    new ProducerRecord<>(topic, record.partition(), record.key(), record.value(), record.headers())));
        }
    }

    /** Returns once the service has read all there is on all its topics. */
    static void awaitRead(Service service) {
        try (Admin admin = Admin.create(new HashMap<>(TheStack.stack().kafkaOperator()))) {
            Map<TopicPartition, Long> ends = new HashMap<>();
            try (KafkaConsumer<String, byte[]> consumer =
                    consumer(TheStack.stack().kafkaOperator())) {
                ends.putAll(consumer.endOffsets(read(admin, service).keySet()));
            }
            Eventually.assertThat(() -> read(admin, service).forEach((partition, read) -> assertThat(read.offset())
                    .as(partition.toString())
                    .isGreaterThanOrEqualTo(ends.getOrDefault(partition, 0L))));
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> read(Admin admin, Service service) {
        try {
            return admin.listConsumerGroupOffsets(service.title())
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> readAll(Map<String, String> client, String topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(client)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(Map<String, String> client) {
        return new KafkaConsumer<>(new HashMap<>(client), new StringDeserializer(), new ByteArrayDeserializer());
    }
}
