package org.mentoringcommons.exchange;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells the active relay, in whichever instance it runs, that there is something to publish. The notification is sent
 * outside the transaction that appended, and one for many: NOTIFY takes a lock on the whole cluster at commit, which
 * would make all submissions queue; and no more often than the relay gathers. A notification lost to a crash costs the
 * relay's polling interval, no fact.
 */
@ApplicationScoped
class RelayWaker {

    static final String CHANNEL = "outbox";
    private static final Logger LOG = Logger.getLogger(RelayWaker.class);

    private final AgroalDataSource database;
    private final boolean enabled;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "outbox-waker");

    RelayWaker(
            @DataSource("relay") AgroalDataSource database,
            @ConfigProperty(name = "exchange.enabled") boolean enabled) {
        this.database = database;
        this.enabled = enabled;
        thread.setDaemon(true);
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    void wake() {
        wanted.release();
    }

    private void run() {
        try {
            while (true) {
                wanted.acquire();
                int others = wanted.drainPermits();
                notifyRelay();
                Pause.of(Relay.gathering(1 + others));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void notifyRelay() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("notify " + CHANNEL);
        } catch (SQLException away) {
            LOG.debug("the relay could not be woken; it will look by itself", away);
        }
    }
}
