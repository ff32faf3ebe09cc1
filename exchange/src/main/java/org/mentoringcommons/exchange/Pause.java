package org.mentoringcommons.exchange;

import java.time.Duration;

/** Waits between attempts; an interruption ends the wait and stays visible. */
final class Pause {

    private Pause() {}

    static void of(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
