package org.mentoringcommons.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Order(1)
@ExtendWith(SharedStack.class)
class KafkaAccessTest {
    private static final Set<String> TOPICS = Set.of(
            "institutions",
            "workshops",
            "waves",
            "responses",
            "codings",
            "item-crosswalks",
            "module-crosswalks",
            "withdrawn-answers",
            "releases",
            "results");

    @BeforeAll
    static void somethingToReadEverywhere(Stack stack) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                new HashMap<>(stack.kafkaOperator()), new StringSerializer(), new StringSerializer())) {
            for (String topic : TOPICS) {
                producer.send(new ProducerRecord<>(topic, 0, "who reads here", "operator"))
                        .get();
            }
        }
    }

    @Test
    void eachServiceWritesItsOwnTopicsAndNoOthers(Stack stack) {
        assertThat(writable(stack, Service.IDENTITY)).containsExactly("institutions");
        assertThat(writable(stack, Service.CURRICULUM)).containsExactly("module-crosswalks", "workshops");
        assertThat(writable(stack, Service.SURVEY)).containsExactly("codings", "item-crosswalks", "responses", "waves");
        assertThat(writable(stack, Service.ANALYTICS)).containsExactly("releases", "results", "withdrawn-answers");
    }

    @Test
    void answersAreReadByAnalyticsAlone(Stack stack) {
        assertThat(readable(stack, Service.IDENTITY)).containsExactly("institutions", "waves", "workshops");
        assertThat(readable(stack, Service.CURRICULUM)).containsExactly("institutions");
        assertThat(readable(stack, Service.SURVEY))
                .containsExactly("institutions", "releases", "results", "withdrawn-answers", "workshops");
        assertThat(readable(stack, Service.ANALYTICS))
                .containsExactly(
                        "codings",
                        "institutions",
                        "item-crosswalks",
                        "module-crosswalks",
                        "responses",
                        "waves",
                        "workshops");
    }

    @Test
    void aConsumerGroupIsRefusedUnlessItStartsWithTheServicesName(Stack stack) {
        try (KafkaConsumer<String, String> consumer = consumer(stack, Service.ANALYTICS, "survey-wave")) {
            consumer.subscribe(List.of("responses"));
            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(20)))
                    .isInstanceOf(GroupAuthorizationException.class);
        }
        try (KafkaConsumer<String, String> consumer = consumer(stack, Service.ANALYTICS, "analytics-intake")) {
            consumer.subscribe(List.of("responses"));
            assertThatCode(() -> consumer.poll(Duration.ofSeconds(1))).doesNotThrowAnyException();
        }
    }

    @Test
    void aWrongPasswordIsRefusedOnBothListeners(Stack stack) {
        Map<String, Object> stranger = new HashMap<>(stack.kafkaClient(Service.SURVEY));
        stranger.computeIfPresent(
                "sasl.jaas.config", (key, login) -> login.toString().replaceAll("password=\"", "password=\"x"));
        try (Admin admin = Admin.create(stranger)) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
        stranger.put(
                "bootstrap.controllers", "127.0.0.1:" + stack.settings().ports().kafkaController());
        stranger.remove("bootstrap.servers");
        stranger.put("sasl.mechanism", "PLAIN");
        stranger.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\" password=\"x\";");
        try (Admin admin = Admin.create(stranger)) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void everyTopicIsCompacted(Stack stack) throws Exception {
        try (Admin admin = Admin.create(Map.copyOf(stack.kafkaOperator()))) {
            Map<String, TopicDescription> topics =
                    admin.describeTopics(TOPICS).allTopicNames().get();
            assertThat(topics.values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(6));
            for (String topic : TOPICS) {
                ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
                var settings =
                        admin.describeConfigs(List.of(resource)).all().get().get(resource);
                assertThat(settings.get("cleanup.policy").value()).isEqualTo("compact");
                assertThat(Duration.ofMillis(Long.parseLong(
                                settings.get("delete.retention.ms").value())))
                        .hasDays(90);
                assertThat(Duration.ofMillis(Long.parseLong(
                                settings.get("max.compaction.lag.ms").value())))
                        .hasDays(1);
            }
        }
    }

    @Test
    void aKilledBrokerComesBackWithWhatItHadAcknowledged(Stack stack) throws Exception {
        try (KafkaProducer<String, String> producer = producer(stack, Service.IDENTITY)) {
            producer.send(new ProducerRecord<>("institutions", "before the kill", "kept"))
                    .get();
        }

        stack.killBroker();
        stack.restartBroker();

        try (KafkaConsumer<String, String> consumer = consumer(stack, Service.IDENTITY, "identity-test")) {
            consumer.subscribe(List.of("institutions"));
            List<String> keys = new ArrayList<>();
            for (int attempt = 0; attempt < 20 && !keys.contains("before the kill"); attempt++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(found -> keys.add(found.key()));
            }
            assertThat(keys).contains("before the kill");
        }
        assertThat(stack.died()).as("a kill on purpose is no accident").isNotDone();
    }

    private static Set<String> writable(Stack stack, Service service) {
        Set<String> writable = new TreeSet<>();
        try (KafkaProducer<String, String> producer = producer(stack, service)) {
            for (String topic : TOPICS) {
                try {
                    producer.send(new ProducerRecord<>(topic, "who writes here", service.title()))
                            .get();
                    writable.add(topic);
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(TopicAuthorizationException.class);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return writable;
    }

    /** Every topic has a record in its first partition: a poll ends with that record or with the refusal. */
    private static Set<String> readable(Stack stack, Service service) {
        Set<String> readable = new TreeSet<>();
        for (String topic : TOPICS) {
            try (KafkaConsumer<String, String> consumer = consumer(stack, service, service.title() + "-test")) {
                TopicPartition first = new TopicPartition(topic, 0);
                consumer.assign(List.of(first));
                consumer.seekToBeginning(List.of(first));
                assertThat(consumer.poll(Duration.ofSeconds(20)).count()).isPositive();
                readable.add(topic);
            } catch (TopicAuthorizationException e) {
                assertThat(e.unauthorizedTopics()).containsExactly(topic);
            }
        }
        return readable;
    }

    private static KafkaProducer<String, String> producer(Stack stack, Service service) {
        return new KafkaProducer<>(
                new HashMap<>(stack.kafkaClient(service)), new StringSerializer(), new StringSerializer());
    }

    private static KafkaConsumer<String, String> consumer(Stack stack, Service service, String group) {
        Map<String, Object> settings = new HashMap<>(stack.kafkaClient(service));
        settings.put("group.id", group);
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }
}
