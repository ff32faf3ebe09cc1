package org.mentoringcommons.analytics.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.analytics.statistics.Method;

/**
 * One figure of a row, unrounded.
 *
 * @param measure what it is, such as {@code count}, {@code percent}, {@code gain}
 * @param value the number; null if undefined, never NaN
 * @param n how many people, texts, workshops, … it is about: the denominator of a percentage
 * @param method how it is defined, where that is not its name, and in which edition
 * @param reason why it is undefined
 */
record Measure(
        @Schema(examples = "percent") String measure,
        @Schema(examples = "89.59537572254335", nullable = true) Number value,
        @Schema(examples = "173") long n,
        Status status,
        @JsonInclude(JsonInclude.Include.NON_NULL) String method,
        @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

    static final String COUNT = "count";
    static final String PERCENT = "percent";
    private static final String NOBODY = "there are no observations";

    static Measure count(long value, long n) {
        return count(COUNT, value, n);
    }

    static Measure count(String name, long value, long n) {
        return new Measure(name, value, n, Status.SHOWN, null, null);
    }

    static Measure percent(long numerator, long denominator) {
        return percent(PERCENT, numerator, denominator);
    }

    static Measure percent(String name, long numerator, long denominator) {
        return denominator == 0
                ? undefined(name, 0, null, NOBODY)
                : new Measure(name, 100.0 * numerator / denominator, denominator, Status.SHOWN, null, null);
    }

    static Measure number(String name, OptionalDouble value, long n, Method method, String reasonIfAbsent) {
        String words = method.name() + ", version " + method.version();
        return value.isPresent() && Double.isFinite(value.getAsDouble())
                ? new Measure(name, value.getAsDouble(), n, Status.SHOWN, words, null)
                : undefined(name, n, words, reasonIfAbsent);
    }

    static Measure undefined(String name, long n, String method, String reason) {
        return new Measure(name, null, n, Status.UNDEFINED, method, reason);
    }
}
