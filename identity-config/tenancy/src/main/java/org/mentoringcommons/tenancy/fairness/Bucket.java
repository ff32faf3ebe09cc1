package org.mentoringcommons.tenancy.fairness;

/**
 * What one account has left of its quota; it fills again evenly as time passes. Counted exactly, in units of which a
 * request takes as many as the window has nanoseconds, so that each nanosecond brings back as many as the quota has
 * requests.
 */
final class Bucket {

    private static final long SECOND = 1_000_000_000L;

    private long left;
    private long since;

    /** A full one. */
    Bucket(Quota quota, long now) {
        left = quota.requests() * quota.window().toNanos();
        since = now;
    }

    /**
     * What a request was told.
     *
     * @param remaining requests left, whole ones
     * @param window seconds over which to spread what is left, so that nothing is ever refused: by then as much has come
     *     back; if nothing is left, seconds until something is
     * @param retry seconds until the next request would be granted; 0 if this one was
     */
    record Answer(Quota quota, long remaining, long window, long retry) {

        boolean isGranted() {
            return retry == 0;
        }

        /** As an item of {@code RateLimit}. */
        String item() {
            return "\"%s\";r=%d;t=%d".formatted(quota.name(), remaining, window);
        }
    }

    /** Takes one request if there is one. */
    synchronized Answer take(Quota quota, long now) {
        long request = quota.window().toNanos();
        left = level(quota, now);
        since = now;
        boolean granted = left >= request;
        if (granted) {
            left -= request;
        }
        long remaining = left / request;
        long next = seconds(remaining == 0 ? request - left : remaining * request, quota);
        return new Answer(quota, remaining, next, granted ? 0 : next);
    }

    synchronized boolean isFull(Quota quota, long now) {
        return level(quota, now) == quota.requests() * quota.window().toNanos();
    }

    private long level(Quota quota, long now) {
        long window = quota.window().toNanos();
        long passed = Math.min(now - since, window); // a whole window fills it in any case
        return Math.min(quota.requests() * window, left + passed * quota.requests());
    }

    private static long seconds(long missing, Quota quota) {
        long each = quota.requests() * SECOND;
        return Math.max(1, (missing + each - 1) / each);
    }
}
