package org.mentoringcommons.deploy.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** What is printed: a row a measurement. */
final class Table {

    private Table() {}

    static void begin(String title) {
        System.out.println("| " + title + " | value |");
        System.out.println("|---|---|");
    }

    static void row(String name, String value) {
        System.out.println("| " + name + " | " + value + " |");
    }

    static void time(String name, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        row(name, seconds(System.nanoTime() - begin));
    }

    static void percentiles(String name, int times, Runnable work) {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        row(
                name + " (" + times + " times), p50 · p99",
                milliseconds(nanos[times / 2]) + " · " + milliseconds(nanos[(int) Math.ceil(times * 0.99) - 1]));
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }

    static String milliseconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }
}
