package org.mentoringcommons.analytics.report;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A report being computed, for everybody who waits for it. */
final class Computation {

    private static final Duration WORTH_TELLING = Duration.ofMinutes(1);
    private static final long NOT_YET = Long.MIN_VALUE;

    private final CompletableFuture<KeptReport> result = new CompletableFuture<>();
    private volatile long begun = NOT_YET;
    private volatile long ended;

    /** Computes it; what goes wrong is kept for who waits. */
    void run(Supplier<KeptReport> compute) {
        begun = System.nanoTime();
        try {
            result.complete(compute.get());
        } catch (RuntimeException | Error failure) {
            ended = System.nanoTime();
            result.completeExceptionally(failure);
        }
    }

    boolean isOver() {
        return result.isDone();
    }

    boolean hasFailed() {
        return result.isCompletedExceptionally();
    }

    /** Whether it failed so lately that who asks now may have been waiting for it. */
    boolean hasJustFailed() {
        return hasFailed() && System.nanoTime() - ended < WORTH_TELLING.toNanos();
    }

    /** Whether it sees everything that was there at a moment of {@link System#nanoTime}. */
    boolean hasBegunSince(long moment) {
        return begun != NOT_YET && begun - moment >= 0;
    }

    /**
     * Waits for the report.
     *
     * @return empty if it is not there in time
     * @throws Failed if it will not be
     */
    Optional<KeptReport> await(Duration atMost) {
        try {
            return Optional.of(result.get(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException later) {
            return Optional.empty();
        } catch (ExecutionException failure) {
            throw new Failed(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** It came to nothing. */
    static final class Failed extends RuntimeException {
        Failed(Throwable cause) {
            super(cause);
        }
    }
}
