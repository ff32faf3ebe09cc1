package org.mentoringcommons.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

/** One broker in a process of its own, with a password for everybody and permissions for what each service needs. */
final class Kafka {
    static final int NODE = 1;
    private static final int HEAP = 128;
    private static final Duration START = Duration.ofSeconds(120);
    private static final String BROKER = "broker";
    /** May do everything: makes topics and permissions. */
    static final String OPERATOR = "operator";

    private final Settings settings;
    private final Secrets secrets;

    Kafka(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    Child start() {
        Path file = writeSettings();
        List<String> arguments = new ArrayList<>(Jvm.UNVERIFIED);
        arguments.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Broker.class.getName(), file.toString()));
        return Child.start("kafka", settings, settings.data(), Jvm.command(settings.data(), HEAP, arguments), Map.of());
    }

    /** Waits for the broker and makes the topics and permissions that are missing. */
    void awaitReady(Child broker) {
        broker.awaitReady(this::answers, START);
        prepare();
    }

    String bootstrap() {
        return "127.0.0.1:" + settings.ports().kafka();
    }

    String login(String user) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                + password(user) + "\";";
    }

    /** What a client of this broker needs, whatever else it sets. */
    Map<String, String> client(String user) {
        return Map.of(
                "bootstrap.servers",
                bootstrap(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-256",
                "sasl.jaas.config",
                login(user));
    }

    private String password(String user) {
        return secrets.password("kafka." + user);
    }

    private boolean answers() {
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void prepare() {
        try (Admin admin = admin()) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing = Access.topics().stream()
                    .filter(topic -> !there.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
            admin.createAcls(Access.permissions()).all().get();
        } catch (ExecutionException e) {
            throw new LaunchFailure("Cannot make Kafka's topics and permissions.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while making Kafka's topics.", e);
        }
    }

    private Admin admin() {
        Properties properties = new Properties();
        properties.putAll(client(OPERATOR));
        properties.put("default.api.timeout.ms", "10000");
        properties.put("request.timeout.ms", "5000");
        // the first attempts find nobody; the default of a second between them would cost that second
        properties.put("reconnect.backoff.max.ms", "100");
        return Admin.create(properties);
    }

    private Path writeSettings() {
        Path folder = settings.data().resolve("kafka");
        Path file = folder.resolve("broker.properties");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var writer = Files.newBufferedWriter(file)) {
                broker(folder.resolve("data")).store(writer, "written at every start");
            }
            return file;
        } catch (IOException e) {
            throw new LaunchFailure("Cannot write " + file + ".", e);
        }
    }

    private Properties broker(Path data) {
        Properties broker = new Properties();
        String controllers = "127.0.0.1:" + settings.ports().kafkaController();
        broker.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE),
                "log.dirs",
                data.toString(),
                "listeners",
                "CLIENT://" + bootstrap() + "," + Broker.CONTROLLER + "://" + controllers,
                "advertised.listeners",
                "CLIENT://" + bootstrap(),
                "controller.listener.names",
                Broker.CONTROLLER,
                "controller.quorum.voters",
                NODE + "@" + controllers,
                "listener.security.protocol.map",
                "CLIENT:SASL_PLAINTEXT," + Broker.CONTROLLER + ":SASL_PLAINTEXT",
                "inter.broker.listener.name",
                "CLIENT"));
        // the users of SCRAM are in the log that the controller must first be elected to read: its own login is PLAIN
        broker.putAll(Map.of(
                "sasl.enabled.mechanisms",
                "SCRAM-SHA-256",
                "sasl.mechanism.inter.broker.protocol",
                "SCRAM-SHA-256",
                "listener.name.client.scram-sha-256.sasl.jaas.config",
                login(BROKER),
                "sasl.mechanism.controller.protocol",
                "PLAIN",
                "listener.name.controller.sasl.enabled.mechanisms",
                "PLAIN",
                "listener.name.controller.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + BROKER
                        + "\" password=\"" + password(BROKER) + "\" user_" + BROKER + "=\"" + password(BROKER)
                        + "\";",
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users",
                "User:" + BROKER + ";User:" + OPERATOR,
                "allow.everyone.if.no.acl.found",
                "false",
                "auto.create.topics.enable",
                "false"));
        // one broker: no copies of the internal topics, and nothing to wait for before a group starts
        broker.putAll(Map.of(
                "offsets.topic.replication.factor",
                "1",
                "offsets.topic.num.partitions",
                "4",
                "transaction.state.log.replication.factor",
                "1",
                "transaction.state.log.min.isr",
                "1",
                "transaction.state.log.num.partitions",
                "2",
                "share.coordinator.state.topic.replication.factor",
                "1",
                "group.initial.rebalance.delay.ms",
                "0"));
        // a killed broker is back in two seconds instead of nine; the compaction buffer fits into a small heap
        broker.putAll(Map.of(
                "broker.session.timeout.ms",
                "2000",
                "broker.heartbeat.interval.ms",
                "500",
                "log.cleaner.threads",
                "1",
                "log.cleaner.dedupe.buffer.size",
                "8388608",
                "num.network.threads",
                "2",
                "num.io.threads",
                "4",
                "log.index.size.max.bytes",
                "1048576"));
        broker.setProperty(Broker.CLUSTER, cluster());
        broker.setProperty(
                Broker.USERS,
                Stream.concat(
                                Stream.of(BROKER, OPERATOR),
                                Arrays.stream(Service.values()).map(Service::title))
                        .map(user -> "SCRAM-SHA-256=[name=" + user + ",password=" + password(user) + "]")
                        .collect(Collectors.joining(";")));
        return broker;
    }

    private String cluster() {
        return secrets.find("kafka.cluster-id")
                .orElseGet(
                        () -> secrets.keep("kafka.cluster-id", Uuid.randomUuid().toString()));
    }
}
