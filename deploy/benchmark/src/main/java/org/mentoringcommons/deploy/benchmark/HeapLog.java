package org.mentoringcommons.deploy.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a service's collections of garbage say of its heap. */
final class HeapLog {

    /** {@code GC(7) Pause Young (Allocation Failure) 45M->20M(160M)} */
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private final Path log;

    HeapLog(Path data) {
        log = data.toAbsolutePath().resolve("collections.log");
    }

    /** What the JVM is told to write it, in a heap of so much. */
    List<String> options(int megabytes) {
        return List.of("-Xmx" + megabytes + "m", "-Xlog:gc:file=" + log);
    }

    /** In bytes, so far. */
    long size() throws IOException {
        return Files.exists(log) ? Files.size(log) : 0;
    }

    /** The most that was in use before a collection, and after one, since the log had so many bytes. */
    String peak(long since) throws IOException {
        byte[] all = Files.readAllBytes(log);
        Matcher found =
                COLLECTION.matcher(new String(all, (int) since, (int) (all.length - since), StandardCharsets.UTF_8));
        int before = 0;
        int after = 0;
        while (found.find()) {
            before = Math.max(before, Integer.parseInt(found.group(1)));
            after = Math.max(after, Integer.parseInt(found.group(2)));
        }
        return before == 0 ? "no collection" : before + " MiB, " + after + " MiB after collections";
    }
}
