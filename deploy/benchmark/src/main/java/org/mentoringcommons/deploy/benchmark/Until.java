package org.mentoringcommons.deploy.benchmark;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something to come true, looking again often enough for figures of seconds, and not for ever. */
final class Until {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Until() {}

    static void holds(String what, Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
