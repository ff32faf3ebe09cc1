package org.mentoringcommons.deploy.local;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** The child JVM that is the Kafka broker: formats its folder once, then serves until it is told to stop. */
final class Broker {
    /** Not Kafka's: {@code SCRAM-SHA-256=[name=…,password=…]} entries for formatting, separated by {@code ;}. */
    static final String USERS = "mentoring-commons.users";

    static final String CLUSTER = "mentoring-commons.cluster";
    static final String CONTROLLER = "CONTROLLER";

    private Broker() {}

    /** @param arguments the settings file */
    public static void main(String[] arguments) throws Exception {
        Logging.quiet();
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            settings.load(reader);
        }
        String users = (String) settings.remove(USERS);
        String cluster = (String) settings.remove(CLUSTER);
        Path folder = Path.of(settings.getProperty("log.dirs"));
        if (!Files.exists(folder.resolve("meta.properties"))) {
            format(folder, cluster, List.of(users.split(";")));
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-stop"));
        server.startup();
        server.awaitShutdown();
    }

    private static void format(Path folder, String cluster, List<String> users) throws Exception {
        Files.createDirectories(folder);
        new Formatter()
                .setNodeId(Kafka.NODE)
                .setClusterId(cluster)
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName(CONTROLLER)
                .setScramArguments(users)
                // a half-formatted folder of a killed first start is formatted again
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(System.out, true))
                .run();
    }
}
