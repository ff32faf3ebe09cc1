package org.mentoringcommons.provisioning.reconciliation;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Workers shared by many keys, at most one of them busy with any key: what else is to be done for that key waits here
 * and not on a worker, and goes to the end of the queue after each piece of work.
 */
final class Lanes {

    private final ExecutorService workers;
    private final Map<String, Queue<Runnable>> waiting = new HashMap<>();

    Lanes(int size) {
        workers = Executors.newFixedThreadPool(size, work -> {
            Thread thread = new Thread(work, "reconciliation");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs the work when a worker is free and all earlier work for this key is done. */
    synchronized <T> Future<T> submit(String key, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Queue<Runnable> lane = waiting.get(key);
        if (lane == null) {
            waiting.put(key, new ArrayDeque<>());
            workers.execute(() -> drive(key, task));
        } else {
            lane.add(task);
        }
        return task;
    }

    void stop() {
        workers.shutdown();
    }

    private void drive(String key, Runnable task) {
        task.run(); // a FutureTask keeps what is thrown
        synchronized (this) {
            Runnable next = waiting.get(key).poll();
            if (next == null) {
                waiting.remove(key);
            } else if (!workers.isShutdown()) {
                workers.execute(() -> drive(key, next));
            }
        }
    }
}
