package org.mentoringcommons.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @Test
    void aKilledLaunchersPostgresIsStoppedAndItsDataServedAgain(@TempDir Path data) throws Exception {
        // Given a server whose launcher is gone
        Files.createDirectories(data.resolve("logs"));
        Process launcher = java(List.of(AbandonedPostgres.class.getName(), data.toString()));
        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(9);
        ProcessHandle orphan = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                                .get(0)))
                .orElseThrow();

        // When the next launcher starts on another port
        Settings settings = Settings.forTest(data);
        try (Postgres postgres = Postgres.start(settings, Secrets.in(data));
                Connection connection = DriverManager.getConnection(postgres.superuserUrl("postgres"));
                ResultSet kept = connection.createStatement().executeQuery("select answer from kept")) {
            // Then
            assertThat(orphan.isAlive()).isFalse();
            assertThat(kept.next()).isTrue();
            assertThat(kept.getInt("answer")).isEqualTo(42);
        }
    }

    @Test
    void ofTheProcessesNotedOnlyOurOwnAreEnded(@TempDir Path data) throws Exception {
        // Given a child of an earlier run, and a note whose process id is somebody else's by now
        Process ours = java(List.of(Jvm.MARK + data, Sleeper.class.getName()));
        Process others = java(List.of(Jvm.MARK + data + "-of-somebody-else", Sleeper.class.getName()));
        try {
            awaitUp(ours);
            awaitUp(others);
            Leftovers.note(data, "ours", ours.pid());
            Leftovers.note(data, "others", others.pid());

            // When
            List<String> ended = Leftovers.end(data);

            // Then
            assertThat(ended).containsExactly("ours");
            // asked of the system: a Process learns of its own end on another thread, perhaps a moment later
            assertThat(ours.toHandle().isAlive()).isFalse();
            assertThat(others.toHandle().isAlive()).isTrue();
            assertThat(Leftovers.end(data)).as("a second time").isEmpty();
        } finally {
            ours.destroyForcibly();
            others.destroyForcibly();
        }
    }

    private static void awaitUp(Process process) throws Exception {
        // its first output comes from main: by then the command line is its own
        assertThat(process.getInputStream().read()).isEqualTo('u');
    }

    private static Process java(List<String> arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(Jvm.java().toString(), "-cp", System.getProperty("java.class.path")));
        arguments.stream().filter(word -> word.startsWith("-D")).forEach(option -> command.add(1, option));
        arguments.stream().filter(word -> !word.startsWith("-D")).forEach(command::add);
        return new ProcessBuilder(command).start();
    }

    /** Says that it is up and waits to be ended. */
    static final class Sleeper {
        private Sleeper() {}

        public static void main(String[] arguments) throws Exception {
            System.out.print("up");
            System.out.flush();
            Thread.currentThread().join();
        }
    }
}
