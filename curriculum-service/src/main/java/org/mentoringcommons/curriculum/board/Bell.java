package org.mentoringcommons.curriculum.board;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/**
 * Tells all instances that something has changed on a board. Sent after the change's own transaction and one for many, as
 * the exchange does it and for the same reason: NOTIFY takes a lock on the whole cluster at commit. One that is lost in a
 * crash costs the time after which pages look anyway.
 */
@ApplicationScoped
class Bell {

    static final String CHANNEL = "board";
    private static final Logger LOG = Logger.getLogger(Bell.class);
    private static final int RINGS_KEPT = 10_000;

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final BlockingQueue<UUID> rung = new LinkedBlockingQueue<>(RINGS_KEPT);
    private final Thread thread = new Thread(this::run, "board-bell");

    Bell(AgroalDataSource database, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.transaction = transaction;
        thread.setDaemon(true);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    void ringAfterCommit(UUID board) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    rung.offer(board); // if there is no room for it, they look anyway
                }
            }
        });
    }

    private void run() {
        try {
            while (true) {
                Set<UUID> boards = new HashSet<>(Set.of(rung.take()));
                rung.drainTo(boards);
                tell(boards);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Set<UUID> boards) {
        try (Connection connection = database.getConnection();
                PreparedStatement notify =
                        connection.prepareStatement("select pg_notify(?, board) from unnest(?) board")) {
            notify.setString(1, CHANNEL);
            notify.setArray(
                    2,
                    connection.createArrayOf(
                            "text", boards.stream().map(UUID::toString).toArray()));
            notify.execute();
        } catch (SQLException | RuntimeException away) {
            LOG.debug("others could not be told of a board; they will look by themselves", away);
        }
    }
}
