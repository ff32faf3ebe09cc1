package org.mentoringcommons.tenancy.fairness;

import java.time.Duration;

/**
 * So many requests a window.
 *
 * @param name of the policy, as the headers give it
 * @param requests what a window holds; also what can come at once after a quiet window
 */
record Quota(String name, long requests, Duration window) {

    private static final long MOST = 1_000_000;
    private static final Duration LONGEST = Duration.ofHours(1);

    Quota {
        if (requests < 1 || requests > MOST || window.toSeconds() < 1 || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a quota is 1 to " + MOST + " requests in a window of one second to an hour");
        }
    }

    /** The part of one of several instances; together they give out no more than the whole, but one request each at least. */
    Quota among(int instances) {
        if (instances < 1) {
            throw new IllegalArgumentException("there is one instance at least");
        }
        return new Quota(name, Math.max(1, requests / instances), window);
    }

    /** As an item of {@code RateLimit-Policy}. */
    String policy() {
        return "\"%s\";q=%d;w=%d".formatted(name, requests, window.toSeconds());
    }
}
