package org.mentoringcommons.tenancy.fairness;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The accounts of one quota. One that has not been used for a window is as good as new and is forgotten, so memory
 * follows who is active; and it is bounded whatever comes: once full, all newcomers share one account.
 */
final class Buckets {

    private static final String NEWCOMERS = "";

    private final Quota quota;
    private final int most;
    private final LongSupplier clock;
    private final Map<String, Bucket> accounts = new ConcurrentHashMap<>();
    private final AtomicLong swept;

    Buckets(Quota quota, int most, LongSupplier clock) {
        this.quota = quota;
        this.most = most;
        this.clock = clock;
        this.swept = new AtomicLong(clock.getAsLong());
    }

    Bucket.Answer take(String account) {
        long now = clock.getAsLong();
        sweep(now);
        String known = accounts.containsKey(account) || accounts.size() < most ? account : NEWCOMERS;
        return accounts.computeIfAbsent(known, name -> new Bucket(quota, now)).take(quota, now);
    }

    int size() {
        return accounts.size();
    }

    private void sweep(long now) {
        long last = swept.get();
        if (now - last > quota.window().toNanos() && swept.compareAndSet(last, now)) {
            accounts.values().removeIf(bucket -> bucket.isFull(quota, now));
        }
    }
}
