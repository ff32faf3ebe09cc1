package org.mentoringcommons.deploy.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.Stack;

/**
 * The least that an answer's way can take on this machine: one durable commit, one record acknowledged by the broker
 * and read from it, one more durable commit; nothing else is done.
 */
final class Limit {

    private static final String TOPIC = "benchmark";
    private final long[] nanos;

    private Limit(long[] nanos) {
        this.nanos = nanos;
    }

    long percentile(int percent) {
        return nanos[Math.max(0, (int) Math.ceil(nanos.length * percent / 100.0) - 1)];
    }

    static Limit measure(Stack stack, int times) {
        Map<String, Object> broker = new HashMap<>(stack.kafkaOperator());
        broker.put("acks", "all");
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        byte[] payload = new byte[1000];
        try (Connection database = DriverManager.getConnection(stack.superuserUrl(Service.SURVEY));
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
                KafkaConsumer<String, byte[]> consumer =
                        new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer())) {
            database.createStatement().execute("create table if not exists benchmark_limit (data bytea)");
            createTopic(broker);
            producer.send(new ProducerRecord<>(TOPIC, 0, "first", payload)).get();
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            consumer.position(partition);
            long[] nanos = new long[times];
            for (int i = 0; i < times; i++) {
                long begin = System.nanoTime();
                commit(database, payload);
                producer.send(new ProducerRecord<>(TOPIC, 0, "key", payload)).get();
                while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
                    Thread.onSpinWait();
                }
                commit(database, payload);
                nanos[i] = System.nanoTime() - begin;
            }
            database.createStatement().execute("drop table benchmark_limit");
            Arrays.sort(nanos);
            return new Limit(nanos);
        } catch (SQLException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void createTopic(Map<String, Object> broker) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(broker)) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
        }
    }

    private static void commit(Connection database, byte[] payload) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("insert into benchmark_limit values (?)")) {
            insert.setBytes(1, payload);
            insert.executeUpdate();
        }
    }
}
