package org.mentoringcommons.deploy.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.mentoringcommons.deploy.local.Stack;

/** What the stack holds in memory: the proportional set size of every process, so that shared pages count once. */
final class Memory {

    private Memory() {}

    /** Bytes: services, Keycloak, Kafka, this process, and PostgreSQL's, which are children of this one. */
    static long resident(Stack stack) {
        Stream<Long> named = stack.processes().values().stream();
        Stream<Long> ours = ProcessHandle.current().descendants().map(ProcessHandle::pid);
        Stream<Long> self = Stream.of(ProcessHandle.current().pid());
        return Stream.of(named, ours, self)
                .flatMap(pids -> pids)
                .distinct()
                .mapToLong(Memory::proportional)
                .sum();
    }

    private static long proportional(long pid) {
        Path rollup = Path.of("/proc", String.valueOf(pid), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (java.nio.file.NoSuchFileException gone) {
            return 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
