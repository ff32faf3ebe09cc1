package org.mentoringcommons.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Last of the shared stack's tests: it ends it. */
@Order(5)
@ExtendWith(SharedStack.class)
class LifeTest {
    @Test
    void aSecondLauncherIsRefusedAndANewOneFindsTheDataAndEndsCleanlyOnSigterm(Stack first) throws Exception {
        // Given a running stack with data
        Path data = SharedStack.data();
        String password = first.running().password(first.running().operator());
        try (Connection database = DriverManager.getConnection(first.superuserUrl(Service.SURVEY))) {
            database.createStatement().execute("create table kept as select 42 as answer");
        }
        assertThatThrownBy(() -> new Stack(Settings.forTest(data), new Progress(System.out)).start())
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("already runs");
        assertThat(first.died()).as("the refused one has not harmed it").isNotDone();

        // When it is stopped, and started again as deploy/up starts it, on other ports
        first.close();
        assertThat(alive(data)).as("processes after close").isEmpty();
        Process launcher = launcher(data, "up", "--services", "none", "--free-ports");
        Detached.Ready ready = new Detached.Ready(data);
        while (!ready.is() && launcher.isAlive()) {
            // the launcher gives up by itself; waiting for its end is waiting for a new look
            launcher.waitFor(100, TimeUnit.MILLISECONDS);
        }

        // Then what was there is still there
        assertThat(launcher.isAlive()).as(LogTail.of(output(data))).isTrue();
        assertThat(Secrets.in(data).find("user.operator")).contains(password);
        Process token = launcher(data, "token", "operator");
        assertThat(token.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(token.exitValue()).as("exit code of deploy/token").isZero();
        assertThat(alive(data)).contains("kafka", "keycloak");

        // and SIGTERM stops everything in order
        launcher.destroy();
        assertThat(launcher.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(alive(data)).as("processes after SIGTERM").isEmpty();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(StateFolder.tryTake(data)).as("its lock").hasValueSatisfying(StateFolder::close);
        assertThat(Files.readString(output(data))).contains("stopped");
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingIsStarted() throws IOException {
        Path data = SharedStack.data().resolveSibling("never-started");
        Ports ports = Ports.free();
        try (ServerSocket taken = new ServerSocket(ports.survey(), 1, InetAddress.getLoopbackAddress())) {
            Stack stack = new Stack(Settings.forTest(data).withPorts(ports), new Progress(new PrintStream(System.out)));

            assertThatThrownBy(stack::start)
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining(taken.getLocalPort() + " (survey)");
        }
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    private static List<String> alive(Path data) throws IOException {
        try (var files = Files.list(data.resolve("run"))) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .filter(file -> process(file).isPresent())
                    .map(file -> file.getFileName().toString().replace(".pid", ""))
                    .toList();
        }
    }

    private static Optional<ProcessHandle> process(Path file) {
        try {
            long pid = Long.parseLong(Files.readString(file));
            // the number may be another process's by now
            return ProcessHandle.of(pid)
                    .filter(handle -> Leftovers.commandOf(pid).contains(Jvm.MARK + SharedStack.data() + '\0'));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process launcher(Path data, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Jvm.java().toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "."));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output(data).toFile()))
                .start();
    }

    private static Path output(Path data) {
        return data.resolve("logs/launcher.out");
    }
}
