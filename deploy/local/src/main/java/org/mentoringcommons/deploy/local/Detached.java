package org.mentoringcommons.deploy.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code deploy/up --detach}: a launcher in the background, whose progress is shown until it is ready. */
final class Detached {
    private static final int HEAP = 192;
    private static final long POLL_MILLIS = 100;

    private Detached() {}

    static void start(CommandLine line, String... words) throws IOException {
        Settings settings = line.settings();
        if (StateFolder.tryTake(settings.data()).map(Detached::release).isEmpty()) {
            throw new LaunchFailure("A stack already runs on " + settings.data() + ".");
        }
        Ready ready = new Ready(settings.data());
        ready.no();
        Files.createDirectories(settings.logs());
        Path output = settings.logs().resolve("launcher.out");
        Files.deleteIfExists(output);
        Process launcher = background(settings, output, words);
        // until it is ready, Ctrl-C means the launch; the handle is to a process that stops what it has started
        Thread interrupted = new Thread(launcher::destroy, "detached-stop");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (RandomAccessFile progress = new RandomAccessFile(output.toFile(), "r")) {
            while (!ready.is() && launcher.isAlive()) {
                copy(progress);
                Thread.sleep(POLL_MILLIS);
            }
            copy(progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(interrupted);
        if (!launcher.isAlive()) {
            System.exit(1);
        }
    }

    private static Process background(Settings settings, Path output, String... words) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                settings.repository().toString()));
        Arrays.stream(words).filter(word -> !word.equals("--detach")).forEach(arguments::add);
        ProcessBuilder builder = new ProcessBuilder(Jvm.command(settings.data(), HEAP, arguments));
        if (Files.isExecutable(Child.NEW_SESSION)) {
            builder.command().add(0, Child.NEW_SESSION.toString());
        }
        return builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }

    private static void copy(RandomAccessFile progress) throws IOException {
        byte[] fresh = new byte[(int) (progress.length() - progress.getFilePointer())];
        progress.readFully(fresh);
        System.out.write(fresh);
        System.out.flush();
    }

    private static boolean release(StateFolder folder) {
        folder.close();
        return true;
    }

    /** A file that says that everything is ready, for whoever waits for a launcher in another process. */
    record Ready(Path data) {
        void yes() throws IOException {
            Files.writeString(file(), "");
        }

        void no() throws IOException {
            Files.createDirectories(file().getParent());
            Files.deleteIfExists(file());
        }

        boolean is() {
            return Files.exists(file());
        }

        private Path file() {
            return data.resolve("run").resolve("ready");
        }
    }
}
