package org.mentoringcommons.tenancy.fairness;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A loop that asks again at once would be refused thousands of times a second, and refusing takes processors too. So it waits
 * for its refusal, without a thread; but only so many do.
 */
final class SlowRefusals {

    /** Rings once, after so many milliseconds. */
    interface Clock {
        void ring(long after, Runnable bell);
    }

    private final long millis;
    private final int most;
    private final Clock clock;
    private final AtomicInteger waiting = new AtomicInteger();

    SlowRefusals(Duration after, int most, Clock clock) {
        this.millis = Math.max(1, after.toMillis());
        this.most = most;
        this.clock = clock;
    }

    /** Completes with the refusal after a while, or at once if too many wait for theirs. */
    CompletableFuture<Response> tell(Response refusal) {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            return CompletableFuture.completedFuture(refusal);
        }
        CompletableFuture<Response> told = new CompletableFuture<>();
        clock.ring(millis, () -> {
            waiting.decrementAndGet();
            told.complete(refusal);
        });
        return told;
    }
}
