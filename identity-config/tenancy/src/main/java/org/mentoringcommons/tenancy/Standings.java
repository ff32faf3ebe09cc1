package org.mentoringcommons.tenancy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Which institutions may not act, at most about a second old. Only they are held in memory, so a request costs a look
 * into a map. Read from the database and not told by the event itself, because one event reaches one instance only.
 */
@ApplicationScoped
public class Standings {

    private static final Logger LOG = Logger.getLogger(Standings.class);
    private static final long REFRESH_SECONDS = 1;

    private final Instance<RegistryCopy> registry;
    private final TenantTransaction transaction;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "institution-standings");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Map<Tenant, Standing> notActive = Map.of();

    Standings(Instance<RegistryCopy> registry, TenantTransaction transaction) {
        this.registry = registry;
        this.transaction = transaction;
    }

    /** Why this institution may not act; empty if it may, or if nobody told of it yet. */
    public Optional<Standing> of(Tenant institution) {
        return Optional.ofNullable(notActive.get(institution));
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 {@code institution-suspended} or {@code
     *     institution-closed}
     */
    public void requireActive(Tenant institution) {
        Standing standing = notActive.get(institution);
        if (standing != null) {
            throw standing.refusal().problem();
        }
    }

    // before anything is served
    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        read();
        clock.scheduleWithFixedDelay(this::refresh, REFRESH_SECONDS, REFRESH_SECONDS, TimeUnit.SECONDS);
    }

    void onStop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    private void refresh() {
        try {
            read();
        } catch (RuntimeException away) {
            // what was known stays; while the database is away nothing is answered from it either
            LOG.debug("the standings of institutions could not be read", away);
        }
    }

    private void read() {
        if (registry.isResolvable()) {
            notActive = Map.copyOf(transaction.call(null, () -> registry.get().notActive()));
        }
    }
}
