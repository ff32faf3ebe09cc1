package org.mentoringcommons.deploy.local;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Parts that start side by side: ready when all are, failed as soon as one is. */
final class Starting {

    private Starting() {}

    /**
     * Returns when all are ready.
     *
     * @param died completes with a message when a part that was ready ends
     * @throws LaunchFailure the first one; the others are mostly its consequences
     */
    static void await(List<CompletableFuture<Void>> all, CompletableFuture<String> died) {
        CompletableFuture<Object> first = new CompletableFuture<>();
        all.forEach(each -> each.exceptionally(failure -> {
            first.completeExceptionally(failure);
            return null;
        }));
        died.thenAccept(message -> first.completeExceptionally(new LaunchFailure(message)));
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).thenAccept(first::complete);
        try {
            first.get();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while starting.", e);
        }
    }

    private static LaunchFailure failure(Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        return cause instanceof LaunchFailure launch ? launch : new LaunchFailure("The start failed.", cause);
    }
}
