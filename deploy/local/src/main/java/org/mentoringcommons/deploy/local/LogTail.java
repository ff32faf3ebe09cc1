package org.mentoringcommons.deploy.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The end of a log file, for a message; and room for the next one. */
final class LogTail {
    private static final int LINES = 30;
    private static final int BYTES = 16 * 1024;

    private LogTail() {}

    static String of(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
            return "Last lines of " + log + ":" + System.lineSeparator() + "    "
                    + String.join(System.lineSeparator() + "    ", last);
        } catch (IOException e) {
            return "Its log " + log + " cannot be read.";
        }
    }

    /** The last run's log stays readable as {@code .previous}; this run starts an empty one. */
    static void startAfresh(Path logs) {
        try {
            Files.createDirectories(logs);
            try (var files = Files.newDirectoryStream(logs, "*.log")) {
                for (Path log : files) {
                    Files.move(
                            log,
                            log.resolveSibling(log.getFileName() + ".previous"),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new LaunchFailure("Cannot write logs in " + logs + ".", e);
        }
    }
}
