package org.mentoringcommons.deploy.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Keycloak's program files, unpacked and built once for all state folders. The folder's name is a digest of what went
 * in (release and build options), so a change of either makes a new one; a marker says that it is complete.
 */
final class KeycloakDistribution {
    /** Options that Keycloak fixes when it is built; another value at start would build it again. */
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--health-enabled=false", "--metrics-enabled=false");

    private static final String COMPLETE = "complete";
    private static final int BUILD_HEAP = 512;
    private static final int BUILD_MINUTES = 5;

    private final Path cache;
    private final String version;
    private final Path archive;

    private KeycloakDistribution(Path cache, String version, Path archive) {
        this.cache = cache;
        this.version = version;
        this.archive = archive;
    }

    static KeycloakDistribution in(Path cache) {
        Properties built = new Properties();
        try (InputStream properties = KeycloakDistribution.class.getResourceAsStream("keycloak.properties")) {
            built.load(properties);
        } catch (IOException e) {
            throw new LaunchFailure("Cannot read keycloak.properties.", e);
        }
        return new KeycloakDistribution(cache, built.getProperty("version"), Path.of(built.getProperty("archive")));
    }

    boolean isReady() {
        return Files.exists(folder().resolve(COMPLETE));
    }

    /** The folder with {@code lib}, {@code conf}, {@code providers} and {@code themes}; made if it is not there. */
    Path ready() {
        try {
            Files.createDirectories(cache);
            // two stacks may want it at once: the second waits and finds it
            try (FileChannel lockFile = FileChannel.open(
                            cache.resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lockFile.lock()) {
                if (!isReady()) {
                    make();
                }
                return folder();
            }
        } catch (IOException e) {
            throw new LaunchFailure("Cannot prepare Keycloak in " + folder() + ".", e);
        }
    }

    private void make() throws IOException {
        unpack();
        Path log = cache.resolve("keycloak-build.log");
        List<String> command = Jvm.command(cache, BUILD_HEAP, entryPoint(folder(), folder(), BUILD));
        Process build = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Thread abandoned = new Thread(build::destroyForcibly, "keycloak-build-stop");
        Runtime.getRuntime().addShutdownHook(abandoned);
        try {
            if (!build.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || build.exitValue() != 0) {
                throw new LaunchFailure("Keycloak cannot be built. " + LogTail.of(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while building Keycloak.", e);
        }
        Runtime.getRuntime().removeShutdownHook(abandoned);
        Files.createFile(folder().resolve(COMPLETE));
    }

    /** JVM arguments after the memory settings: what {@code kc.sh} would say, without a shell in between. */
    static List<String> entryPoint(Path program, Path home, List<String> command) {
        List<String> arguments = new ArrayList<>(Jvm.UNVERIFIED);
        arguments.addAll(List.of(
                "-Dkc.home.dir=" + home,
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                program.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        arguments.addAll(command);
        return arguments;
    }

    private void unpack() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // everything in the archive lies below keycloak-<version>/
                String inside = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path target = folder().resolve(inside).normalize();
                if (!target.startsWith(folder())) {
                    throw new LaunchFailure(archive + " has an entry outside itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.deleteIfExists(target);
                    Files.copy(zip, target);
                }
            }
        }
    }

    private Path folder() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.join(" ", version, String.join(" ", BUILD)).getBytes(StandardCharsets.UTF_8));
            return cache.resolve("keycloak-" + version + "-" + HexFormat.of().formatHex(digest.digest(), 0, 6));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
