package org.mentoringcommons.deploy.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Who keeps the processors busy: this process, one service, and the rest of the machine (mostly the database). */
final class Processors {

    private static final double TICKS_A_SECOND = 100; // USER_HZ, the same on every Linux
    private static final int IDLE = 4;
    private static final int WAITING_FOR_A_DISK = 5;
    private static final int GUEST = 9; // counted as user time already

    private final long service;

    Processors(long service) {
        this.service = service;
    }

    /** Ticks until now. */
    record Reading(long self, long service, long machine, long nanos) {

        /** Processors that each of them kept busy since an earlier reading, on average. */
        String since(Reading earlier) {
            double ticks = (nanos - earlier.nanos) / 1e9 * TICKS_A_SECOND;
            long mine = self - earlier.self;
            long its = service - earlier.service;
            long rest = Math.max(0, machine - earlier.machine - mine - its);
            return String.format(Locale.ROOT, "%.2f · %.2f · %.2f", mine / ticks, its / ticks, rest / ticks);
        }
    }

    Reading read() {
        return new Reading(process(ProcessHandle.current().pid()), process(service), machine(), System.nanoTime());
    }

    private static long process(long pid) {
        String stat = text(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]); // utime and stime
    }

    private static long machine() {
        String[] fields =
                text(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split("\\s+");
        return Arrays.stream(fields, 1, Math.min(fields.length, GUEST))
                        .mapToLong(Long::parseLong)
                        .sum()
                - Long.parseLong(fields[IDLE])
                - Long.parseLong(fields[WAITING_FOR_A_DISK]);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
