package org.mentoringcommons.tenancy.fairness;

/**
 * For how long somebody has kept processors busy of late: what was a second ago counts for a third (1/e) of what is now, so
 * that one processor kept busy all the time comes to one second. Not for several threads at once.
 */
final class Usage {

    static final double SECOND = 1e9;

    private double nanos;
    private long since;

    void add(long busy, long now) {
        nanos = level(now) + busy;
        since = now;
    }

    /** Nanoseconds. */
    double level(long now) {
        return nanos * Math.exp(Math.min(0, since - now) / SECOND);
    }
}
