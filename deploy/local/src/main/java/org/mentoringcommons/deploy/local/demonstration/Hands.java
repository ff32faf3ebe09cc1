package org.mentoringcommons.deploy.local.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.mentoringcommons.deploy.local.LaunchFailure;

/** Several hands that work on sites or workshops, as in life. */
final class Hands {

    private static final int MANY = 4;

    private Hands() {}

    /** {@return what each piece of work came to, in their order} The first failure is the whole's. */
    static <T, R> List<R> atOnce(List<T> work, Function<T, R> step) {
        ExecutorService hands = Executors.newFixedThreadPool(MANY);
        try {
            List<Future<R>> pending = new ArrayList<>();
            for (T piece : work) {
                pending.add(hands.submit(() -> step.apply(piece)));
            }
            List<R> done = new ArrayList<>();
            for (Future<R> future : pending) {
                done.add(future.get());
            }
            return done;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof LaunchFailure ours
                    ? ours
                    : new LaunchFailure("The demonstration failed.", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", stopped);
        } finally {
            hands.shutdownNow();
        }
    }
}
