package org.mentoringcommons.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that the launcher started, from its first line of log to its end. */
final class Child {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 50;
    /** The rest of the user's environment stays outside: a stray QUARKUS_… there would change a service. */
    private static final List<String> INHERITED =
            List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "JAVA_HOME");

    static final Path NEW_SESSION = Path.of("/usr/bin/setsid");

    private final String name;
    private final Path log;
    private final Process process;
    private final CompletableFuture<Child> died = new CompletableFuture<>();
    private volatile boolean meantToEnd;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        process.onExit().thenRun(() -> {
            if (!meantToEnd) {
                died.complete(this);
            }
        });
    }

    static Child start(
            String name, Settings settings, Path folder, List<String> command, Map<String, String> environment) {
        Path log = settings.log(name);
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            if (Files.isExecutable(NEW_SESSION)) {
                // else Ctrl-C in the terminal hits all at once, and the launcher cannot stop them in order
                builder.command().add(0, NEW_SESSION.toString());
            }
            builder.directory(folder.toFile());
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().retainAll(INHERITED);
            builder.environment().putAll(environment);
            Process process = builder.start();
            Leftovers.note(settings.data(), name, process.pid());
            return new Child(name, log, process);
        } catch (IOException e) {
            throw new LaunchFailure("Cannot start " + name + ".", e);
        }
    }

    /** Waits until {@code ready}; a process that ends instead, or takes too long, is a failure with its last lines. */
    void awaitReady(BooleanSupplier ready, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new LaunchFailure(epitaph());
            }
            if (System.nanoTime() > deadline) {
                throw new LaunchFailure(name + " was not ready within " + limit.toSeconds() + " s. " + LogTail.of(log));
            }
            pause();
        }
    }

    /** Completes if the process ends without having been told to. */
    CompletableFuture<Child> died() {
        return died;
    }

    String epitaph() {
        return name + " has ended" + (process.isAlive() ? "" : " with exit code " + process.exitValue()) + ". "
                + LogTail.of(log);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** SIGTERM and patience, then SIGKILL. */
    void stop() {
        meantToEnd = true;
        process.destroy();
        if (!endsWithin(GRACE)) {
            kill();
        }
    }

    /** SIGKILL: no goodbye, as in a power cut. */
    void kill() {
        meantToEnd = true;
        process.destroyForcibly();
        if (!endsWithin(GRACE)) {
            throw new LaunchFailure(name + " (process " + process.pid() + ") survives SIGKILL.");
        }
    }

    private boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while " + name + " was ending.", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", e);
        }
    }
}
