package org.mentoringcommons.deploy.acceptance;

import java.time.Duration;
import java.time.Instant;

/** Repeats an assertion until facts that travel over Kafka have arrived; the last failure is the test's. */
final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private Eventually() {}

    static void assertThat(Runnable assertion) {
        Instant end = Instant.now().plus(LIMIT);
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
