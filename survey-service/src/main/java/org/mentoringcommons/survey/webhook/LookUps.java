package org.mentoringcommons.survey.webhook;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Threads that look names up and do nothing else. The system takes its time over a name and cannot be told to stop, longer
 * than anybody waits for it: no thread that serves requests may be spent on that.
 */
final class LookUps {

    /** So many at once. */
    static final int THREADS = 16;

    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;

    /** @param waiting how many more may wait for a thread */
    LookUps(int waiting) {
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), work -> {
                    Thread thread = new Thread(work, "webhook-names");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Completes with what is found, or with {@code late} if that takes longer than this or too many wait already. */
    <T> CompletableFuture<T> begin(Supplier<T> look, Duration patience, T late) {
        try {
            return CompletableFuture.supplyAsync(look, threads) // nothing is looked up for whom it is late already
                    .completeOnTimeout(late, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedFuture(late);
        }
    }

    void stop() {
        threads.shutdownNow();
    }
}
