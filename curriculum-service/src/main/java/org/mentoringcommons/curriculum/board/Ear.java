package org.mentoringcommons.curriculum.board;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears of boards that changed, in whichever instance. Takes a connection only while somebody here follows a board. */
@ApplicationScoped
class Ear {

    private static final Logger LOG = Logger.getLogger(Ear.class);
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    private final AgroalDataSource database;
    private final Live live;
    private final Thread thread = new Thread(this::run, "board-ear");

    Ear(AgroalDataSource database, Live live) {
        this.database = database;
        this.live = live;
        thread.setDaemon(true);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                live.awaitSomebody();
                listen();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() throws InterruptedException {
        try (Connection connection = database.getConnection()) {
            PGConnection notifications = connection.unwrap(PGConnection.class);
            execute(connection, "listen " + Bell.CHANNEL);
            try {
                live.allMayHaveChanged(); // before anybody listened
                while (live.hasSomebody() && !Thread.currentThread().isInterrupted()) {
                    PGNotification[] heard = notifications.getNotifications((int) AT_MOST.toMillis());
                    for (int at = 0; heard != null && at < heard.length; at++) {
                        live.changed(UUID.fromString(heard[at].getParameter()));
                    }
                }
            } finally {
                if (!connection.isClosed()) {
                    execute(connection, "unlisten *"); // it goes back to the pool
                }
            }
        } catch (SQLException | RuntimeException away) {
            LOG.debug("boards cannot be listened for, trying again; pages look by themselves meanwhile", away);
            Thread.sleep(AT_MOST.toMillis());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
