package org.mentoringcommons.exchange;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries out rebuilds. Of all instances the holder of an advisory lock does, which dies with its connection; another
 * then goes on where the positions in the database say.
 */
@ApplicationScoped
class RebuildRunner {

    private static final Logger LOG = Logger.getLogger(RebuildRunner.class);
    private static final long LOCK = 0x72656275696c64L; // "rebuild"; the database is the service's own
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final AgroalDataSource locks;
    private final Map<String, Object> broker;
    private final boolean enabled;
    private final Rebuilds rebuilds;
    private final Instance<Effects> effects;
    private final Delivery delivery;
    private final PatientDelivery patient;
    private final Thread thread = new Thread(this::run, "exchange-rebuild");
    private volatile boolean stopped;

    RebuildRunner(
            @DataSource("relay") AgroalDataSource locks,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "exchange.enabled") boolean enabled,
            Rebuilds rebuilds,
            Instance<Effects> effects,
            Delivery delivery,
            PatientDelivery patient) {
        this.locks = locks;
        this.broker = broker;
        this.enabled = enabled;
        this.rebuilds = rebuilds;
        this.effects = effects;
        this.delivery = delivery;
        this.patient = patient;
    }

    void start(@Observes StartupEvent event) {
        if (enabled && effects.isResolvable()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        if (thread.isAlive()) {
            thread.join(Duration.ofSeconds(10).toMillis());
        }
    }

    private void run() {
        while (!stopped) {
            try {
                if (rebuilds.isUnderWay()) {
                    runAlone();
                }
            } catch (SQLException | RuntimeException failure) {
                LOG.warnf("the rebuild will be resumed: %s", failure.getClass().getName());
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    private void runAlone() throws SQLException {
        try (Connection lock = locks.getConnection();
                Statement statement = lock.createStatement()) {
            try (ResultSet locked = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
                locked.next();
                if (!locked.getBoolean(1)) {
                    return;
                }
            }
            try (KafkaConsumer<String, byte[]> log = KafkaReading.alone(broker)) {
                LOG.info("all effects are made anew from the log");
                if (new LogAgain(log, rebuilds, delivery.topicsInOrder(), patient).read(effects.get(), () -> stopped)) {
                    LOG.info("all effects are as the log says");
                }
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }
}
