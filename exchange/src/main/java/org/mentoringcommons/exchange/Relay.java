package org.mentoringcommons.exchange;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Publishes the outbox in order. Of all instances of a service one relay is active, the holder of an advisory lock
 * that dies with its connection. A row is deleted only after the broker acknowledged it, so a crash between the two
 * publishes it again (and the inbox ignores it), but never loses it.
 */
@ApplicationScoped
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final long LOCK = 0x6f7574626f78L; // "outbox"; the database is the service's own
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);
    private static final Duration SHORTLY = Duration.ofMillis(5);
    private static final Duration WHILE_MANY_COME = Duration.ofMillis(25);
    private static final int MANY = 4;

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final AgroalDataSource database;
    private final Publisher publisher;
    private final boolean enabled;
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean stopped;

    Relay(
            @DataSource("relay") AgroalDataSource database,
            Publisher publisher,
            @ConfigProperty(name = "exchange.enabled") boolean enabled) {
        this.database = database;
        this.publisher = publisher;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        if (enabled) {
            thread.join(Duration.ofSeconds(10).toMillis());
        }
    }

    /**
     * How long to gather facts after so many came together. While they keep coming, batches of a few rows each would cost
     * database and broker more than the facts do; one by one, none is kept waiting.
     */
    static Duration gathering(int together) {
        return together < MANY ? SHORTLY : WHILE_MANY_COME;
    }

    private void run() {
        while (!stopped) {
            try (Connection connection = database.getConnection()) {
                relay(connection);
            } catch (SQLException | PublishingFailed | RuntimeException failure) {
                LOG.warnf("the outbox is not being published, trying again: %s", failure.getMessage());
                Pause.of(AFTER_FAILURE);
            }
        }
    }

    private void relay(Connection connection) throws SQLException, PublishingFailed {
        try {
            connection.setAutoCommit(false);
            execute(connection, "listen " + RelayWaker.CHANNEL);
            connection.commit();
            PGConnection notifications = connection.unwrap(PGConnection.class);
            boolean active = false;
            while (!stopped) {
                active = active || takeOver(connection);
                int published = active ? OutboxBatch.publish(connection, publisher) : 0;
                if (published == 0) {
                    notifications.getNotifications((int) LOOK_ANYWAY.toMillis());
                } else if (published < OutboxBatch.SIZE) {
                    Pause.of(gathering(published));
                }
            }
        } finally {
            // a pooled connection must not go back still holding the lock; closing a broken one frees it anyway
            if (!connection.isClosed()) {
                connection.rollback();
                execute(connection, "select pg_advisory_unlock_all()");
                execute(connection, "unlisten *");
                connection.commit();
            }
        }
    }

    private static boolean takeOver(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            result.next();
            boolean locked = result.getBoolean(1);
            connection.commit();
            return locked;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
