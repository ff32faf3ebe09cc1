package org.mentoringcommons.deploy.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The database server: real PostgreSQL, as careful with what it is given as in production. */
final class Postgres implements AutoCloseable {
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final String SUPERUSER = "postgres";

    private final int port;
    private final String password;
    private final Path folder;
    private final EmbeddedPostgres server;
    private volatile boolean meantToEnd;

    private Postgres(int port, String password, Path folder, EmbeddedPostgres server) {
        this.port = port;
        this.password = password;
        this.folder = folder;
        this.server = server;
    }

    static Postgres start(Settings settings, Secrets secrets) {
        Path folder = settings.data().resolve("postgres");
        Path log = settings.log("postgres");
        String password = secrets.password("postgres");
        int port = settings.ports().postgres();
        endOrphan(folder);
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            settings.cache().resolve("postgres").toFile())
                    // sorting must not depend on who started it and where
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(RECOVERY)
                    .setPort(port)
                    .setConnectConfig("password", password)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "''")
                    // the embedded server starts with all three off, which is right for tests only
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    // pools of four services and Keycloak; the default 100 is nearly used up by them
                    .setServerConfig("max_connections", "150")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("jit", "off")
                    .start();
            Postgres postgres = new Postgres(port, password, folder, server);
            postgres.lock();
            return postgres;
        } catch (IOException | RuntimeException e) {
            throw new LaunchFailure("PostgreSQL does not start. " + LogTail.of(log), e);
        }
    }

    /** For an administrator: no row-level security binds this user. */
    String superuserUrl(String database) {
        return url(database) + "?user=" + SUPERUSER + "&password=" + password;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Completes with a message if the server ends without having been told to. */
    CompletableFuture<String> died() {
        CompletableFuture<String> died = new CompletableFuture<>();
        postmaster(folder).ifPresent(process -> process.onExit().thenRun(() -> {
            if (!meantToEnd) {
                died.complete("PostgreSQL has ended.");
            }
        }));
        return died;
    }

    @Override
    public void close() {
        meantToEnd = true;
        try {
            server.close();
        } catch (IOException e) {
            throw new LaunchFailure("PostgreSQL does not stop.", e);
        }
    }

    /** The embedded server trusts whoever connects. Once the superuser has a password, everybody needs theirs. */
    private void lock() throws IOException {
        Path rules = folder.resolve("pg_hba.conf");
        String wanted = "host all all 127.0.0.1/32 scram-sha-256" + System.lineSeparator();
        if (Files.readString(rules).equals(wanted)) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(superuserUrl("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + SUPERUSER + " password '" + password + "'");
            Files.writeString(rules, wanted);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new LaunchFailure("Cannot set PostgreSQL's password.", e);
        }
    }

    /**
     * A killed launcher leaves the server running with the settings, and perhaps the port, of that run: it is stopped
     * and started anew, never adopted. Its clients may be gone or orphans too, so it does not wait for them.
     */
    static void endOrphan(Path folder) {
        postmaster(folder).ifPresent(orphan -> {
            // SIGTERM would wait for clients; SIGINT rolls them back and writes a checkpoint
            signal("INT", orphan);
            if (!Leftovers.endsInTime(orphan)) {
                signal("QUIT", orphan);
                Leftovers.endsInTime(orphan);
            }
        });
    }

    /** The live server of this data directory; the pid file of a crashed one may name anybody's process. */
    private static Optional<ProcessHandle> postmaster(Path folder) {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            long pid = Long.parseLong(lines.get(0).strip());
            return ProcessHandle.of(pid)
                    .filter(handle -> Leftovers.commandOf(pid).contains(folder.toString() + '\0'));
        } catch (IOException e) {
            throw new LaunchFailure("Cannot read " + file + ".", e);
        }
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new LaunchFailure("Cannot stop the PostgreSQL of an earlier run.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while stopping the PostgreSQL of an earlier run.", e);
        }
    }
}
