package org.mentoringcommons.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes that outlived their launcher because it was killed. They hold ports and files, so the next start on the
 * same state folder ends them; a process id alone is never trusted, it may be somebody else's by now.
 */
final class Leftovers {
    private static final Duration GRACE = Duration.ofSeconds(15);

    private Leftovers() {}

    static void note(Path data, String name, long pid) throws IOException {
        Path folder = Files.createDirectories(data.resolve("run"));
        Files.writeString(folder.resolve(name + ".pid"), Long.toString(pid));
    }

    /** Ends what an earlier run left; answers the names of what was still alive. */
    static List<String> end(Path data) {
        Path folder = data.resolve("run");
        List<String> ended = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return ended;
        }
        try (var files = Files.newDirectoryStream(folder, "*.pid")) {
            for (Path file : files) {
                long pid = Long.parseLong(Files.readString(file).strip());
                Optional<ProcessHandle> left =
                        ProcessHandle.of(pid).filter(handle -> commandOf(pid).contains(Jvm.MARK + data + '\0'));
                if (left.isPresent()) {
                    end(left.get());
                    ended.add(file.getFileName().toString().replace(".pid", ""));
                }
                Files.deleteIfExists(file);
            }
            return ended;
        } catch (IOException e) {
            throw new LaunchFailure("Cannot read " + folder + ".", e);
        }
    }

    /** All arguments, each ended by a NUL; empty where the system does not say or the process is gone. */
    static String commandOf(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    private static void end(ProcessHandle left) {
        left.destroy();
        if (!endsInTime(left)) {
            left.destroyForcibly();
            endsInTime(left);
        }
    }

    static boolean endsInTime(ProcessHandle process) {
        try {
            process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new LaunchFailure("Cannot wait for process " + process.pid() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while waiting for process " + process.pid() + ".", e);
        }
    }
}
