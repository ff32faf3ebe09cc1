package org.mentoringcommons.deploy.local;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The whole exchange on this machine. For the command line and for tests, which may besides kill and restart a part.
 * One use: started once, closed once; closing is safe at any moment, also while another thread is starting it.
 */
public final class Stack implements AutoCloseable {
    private final Settings settings;
    private final Progress progress;
    private final ExecutorService threads = Executors.newCachedThreadPool(Stack::daemon);
    private final CompletableFuture<String> died = new CompletableFuture<>();
    private final Map<Service, Child> services = new EnumMap<>(Service.class);
    private StateFolder folder;
    private Secrets secrets;
    private RunningStack running;
    private Postgres postgres;
    private Kafka kafka;
    private MailSink mail;
    private Child broker;
    private Child keycloak;
    private boolean closing;

    public Stack(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Starts everything and returns when it is ready.
     *
     * @throws LaunchFailure if a port is taken, the state folder is in use, or a process ends or is too slow; what had
     *     been started is stopped again
     */
    public Stack start() {
        try {
            startAll();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startAll() {
        takeFolder();
        LogTail.startAfresh(settings.logs());
        secrets = Secrets.in(settings.data());
        running = new RunningStack(settings, secrets, new StackFile(settings.data()).demonstrated());
        KeycloakDistribution distribution = KeycloakDistribution.in(settings.cache());
        if (!distribution.isReady()) {
            progress.say("Keycloak is unpacked and built once, about half a minute");
        }
        CompletableFuture<Void> program = inParallel(distribution::ready);
        startMail();
        startPostgres();
        kafka = new Kafka(settings, secrets);
        CompletableFuture<Void> people = program.thenRunAsync(() -> startKeycloak(distribution), threads);
        CompletableFuture<Void> events = inParallel(this::startBroker);
        List<CompletableFuture<Void>> all = new ArrayList<>(List.of(people, events));
        for (Service service : settings.services()) {
            // a service that comes up before Keycloak fetches its keys with the first request
            all.add(events.thenRunAsync(() -> startService(service), threads));
        }
        Starting.await(all, died);
    }

    private void takeFolder() {
        folder = StateFolder.take(settings.data());
        List<String> left = Leftovers.end(settings.data());
        if (!left.isEmpty()) {
            progress.say("ended what an earlier, killed run had left: " + String.join(", ", left));
        }
        Postgres.endOrphan(settings.data().resolve("postgres"));
        settings.ports().requireFree();
    }

    private synchronized void startMail() {
        requireOpen();
        mail = MailSink.start(settings);
    }

    private synchronized void startPostgres() {
        // holds the monitor: a concurrent close waits and then finds a server that it can stop
        requireOpen();
        postgres = Postgres.start(settings, secrets);
        postgres.died().thenAccept(died::complete);
        new Databases(postgres, secrets).prepare();
        progress.say("PostgreSQL ready");
    }

    private void startBroker() {
        Child started = kafka.start();
        synchronized (this) {
            broker = adopted(started);
        }
        kafka.awaitReady(started);
        progress.say("Kafka ready");
    }

    private void startKeycloak(KeycloakDistribution distribution) {
        Keycloak configured = new Keycloak(settings, secrets, postgres, distribution);
        Child started = configured.start();
        synchronized (this) {
            keycloak = adopted(started);
        }
        configured.awaitReady(started);
        progress.say("Keycloak ready");
    }

    private void startService(Service service) {
        ServiceProcess process = new ServiceProcess(service, settings, secrets, running, postgres, kafka);
        Child started = process.start();
        synchronized (this) {
            services.put(service, adopted(started));
        }
        process.awaitReady(started);
        progress.say(service.title() + " ready");
    }

    /** SIGKILL to one service. */
    public void kill(Service service) {
        child(service).kill();
    }

    /** Starts a killed service again, or stops a living one first; returns when it is ready. */
    public void restart(Service service) {
        child(service).stop();
        startService(service);
    }

    /** SIGKILL to the broker. */
    public void killBroker() {
        broker().kill();
    }

    /** Starts a killed broker again, or stops a living one first; returns when it answers. */
    public void restartBroker() {
        broker().stop();
        startBroker();
    }

    public Settings settings() {
        return settings;
    }

    /** Addresses, people and tokens. */
    public RunningStack running() {
        return running;
    }

    public URI url(Service service) {
        return running.url(service);
    }

    /** JDBC URL, with user and password, of the database's superuser, whom no row-level security binds. */
    public String superuserUrl(Service service) {
        return postgres.superuserUrl(service.title());
    }

    /**
     * JDBC URL, with user and password, of one of the service's own roles.
     *
     * @param role {@code owner}, {@code app}, {@code relay}, and for analytics {@code research}
     */
    public String roleUrl(Service service, String role) {
        return postgres.url(service.title()) + "?user=" + service.title() + "_" + role + "&password="
                + secrets.password("database." + service.title());
    }

    /** Kafka client properties (address, protocol, login) of one service. */
    public Map<String, String> kafkaClient(Service service) {
        return kafka.client(service.title());
    }

    /** Kafka client properties of the operator, who may do everything. */
    public Map<String, String> kafkaOperator() {
        return kafka.client(Kafka.OPERATOR);
    }

    /** Secrets of this state folder. */
    public Secrets secrets() {
        return secrets;
    }

    /** Completes, with a message that ends in the last lines of its log, when a part ends without being told to. */
    public CompletableFuture<String> died() {
        return died;
    }

    /** Process ids by name, of everything that runs: for measuring. */
    public synchronized Map<String, Long> processes() {
        Map<String, Long> pids = new TreeMap<>();
        services.forEach((service, child) -> pids.put(service.title(), child.pid()));
        Optional.ofNullable(broker).ifPresent(child -> pids.put("kafka", child.pid()));
        Optional.ofNullable(keycloak).ifPresent(child -> pids.put("keycloak", child.pid()));
        return pids;
    }

    synchronized boolean isOpen() {
        return !closing;
    }

    /** Stops everything, users before what they use, and releases the state folder. Repeating it does nothing. */
    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
        }
        stopTogether(List.copyOf(services.values()));
        stopTogether(Stream.of(keycloak, broker).filter(Objects::nonNull).toList());
        if (postgres != null) {
            postgres.close();
        }
        if (mail != null) {
            mail.close();
        }
        if (folder != null) {
            folder.close();
        }
        threads.shutdownNow();
    }

    private void stopTogether(List<Child> children) {
        CompletableFuture.allOf(children.stream()
                        .map(child -> CompletableFuture.runAsync(child::stop, threads))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** Called with the monitor held: a process that comes up while the stack closes is not let live. */
    private Child adopted(Child started) {
        if (closing) {
            started.kill();
        }
        requireOpen();
        started.died().thenAccept(child -> died.complete(child.epitaph()));
        return started;
    }

    private void requireOpen() {
        if (closing) {
            throw new LaunchFailure("Stopped while starting.");
        }
    }

    private synchronized Child child(Service service) {
        return services.get(service);
    }

    private synchronized Child broker() {
        return broker;
    }

    private CompletableFuture<Void> inParallel(Runnable step) {
        return CompletableFuture.runAsync(step, threads);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "stack");
        thread.setDaemon(true);
        return thread;
    }
}
