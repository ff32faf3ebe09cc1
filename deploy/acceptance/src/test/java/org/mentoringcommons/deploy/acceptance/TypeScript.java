package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The page of {@code portal/} together with the clients that the build has generated from the services' OpenAPI documents: what
 * the compiler, which the build has unpacked, says of them.
 */
final class TypeScript {

    /** What the build leaves: the clients, the compiler, and the page beside them. */
    static final Path BUILT = Path.of("target", "portal");

    static final Path PAGE = Path.of("portal");

    private TypeScript() {}

    /** Skips what needs node, by name, where there is none; unless it is required. */
    static void assumeCompilable() {
        boolean there = Stream.of(
                        System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
        assertThat(there || !"required".equals(System.getProperty("portal")))
                .as("node is installed")
                .isTrue();
        assumeTrue(there, "node is not installed");
    }

    /** What the compiler says of the page and the clients; empty if nothing. */
    static String compile() {
        try {
            copy(PAGE.resolve("tsconfig.json"), BUILT.resolve("tsconfig.json"));
            try (Stream<Path> own = Files.list(PAGE.resolve("src"))) {
                for (Path file : own.toList()) {
                    copy(file, BUILT.resolve("src").resolve(file.getFileName()));
                }
            }
            Process compiler = new ProcessBuilder("node", "typescript/tsc.js", "--project", ".", "--pretty", "false")
                    .directory(BUILT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(BUILT.resolve("compiled.txt").toFile())
                    .start();
            assertThat(compiler.waitFor(5, TimeUnit.MINUTES))
                    .as("the compiler ends")
                    .isTrue();
            String said = Files.readString(BUILT.resolve("compiled.txt"));
            return compiler.exitValue() == 0 ? said : said + "exit " + compiler.exitValue();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
