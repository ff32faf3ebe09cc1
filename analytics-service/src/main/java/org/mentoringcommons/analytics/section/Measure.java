package org.mentoringcommons.analytics.section;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.analytics.statistics.Interval;
import org.mentoringcommons.analytics.statistics.Method;
import org.mentoringcommons.analytics.statistics.Outcome;
import org.mentoringcommons.analytics.statistics.Proportion;

/**
 * One figure of a row, unrounded.
 *
 * @param measure what it is, such as {@code count}, {@code percent}, {@code gain}
 * @param value the number; null unless shown, never NaN
 * @param n how many people, texts, workshops, … it is about: the denominator of a percentage
 * @param numerator of a share
 * @param denominator of a share
 * @param lower lower end of its interval, at 95 % unless the method says otherwise
 * @param upper upper end
 * @param method how it is defined, where that is not its name
 * @param version in which edition of our definition
 * @param reason why it is not shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measure(
        @Schema(examples = "percent") String measure,
        @JsonInclude @Schema(examples = "89.59537572254335", nullable = true) Number value,
        @Schema(examples = "173") long n,
        @Schema(examples = "155", nullable = true) Long numerator,
        @Schema(examples = "173", nullable = true) Long denominator,
        @Schema(examples = "84.3539501489165", nullable = true) Double lower,
        @Schema(examples = "93.2519521573548", nullable = true) Double upper,
        Status status,
        @Schema(examples = "Wilson score interval", nullable = true) String method,
        @Schema(examples = "1.0", nullable = true) String version,
        @Schema(examples = "there are too few observations", nullable = true) String reason) {

    static final String COUNT = "count";
    static final String PERCENT = "percent";
    private static final Method WILSON = new Method("Wilson score interval", "1.0");
    private static final String UNDETERMINED = "the data do not determine the result";

    static Measure count(long value, long n) {
        return count(COUNT, value, n);
    }

    static Measure count(String name, long value, long n) {
        return plain(name, value, n);
    }

    static Measure plain(String name, Number value, long n) {
        return new Measure(name, value, n, null, null, null, null, Status.SHOWN, null, null, null);
    }

    static Measure percent(long numerator, long denominator) {
        return percent(PERCENT, numerator, denominator);
    }

    /** A share in percent with its Wilson interval. */
    static Measure percent(String name, long numerator, long denominator) {
        Proportion share = new Proportion(numerator, denominator);
        OptionalDouble percent =
                share.value().isPresent() ? OptionalDouble.of(100.0 * numerator / denominator) : OptionalDouble.empty();
        return number(name, percent, denominator, WILSON, Outcome.NO_DATA)
                .of(numerator, denominator)
                .within(share.wilson().map(ends -> Ends.times(ends, 100)));
    }

    static Measure number(String name, OptionalDouble value, long n, Method method, Outcome outcome) {
        return number(name, value, n, method, outcome == Outcome.COMPUTED ? UNDETERMINED : outcome.explanation());
    }

    static Measure number(String name, OptionalDouble value, long n, Method method, String reasonIfAbsent) {
        boolean shown = value.isPresent() && Double.isFinite(value.getAsDouble());
        return new Measure(
                name,
                shown ? value.getAsDouble() : null,
                n,
                null,
                null,
                null,
                null,
                shown ? Status.SHOWN : Status.UNDEFINED,
                method.name(),
                method.version(),
                shown ? null : reasonIfAbsent);
    }

    static Measure undefined(String name, long n, String reason) {
        return new Measure(name, null, n, null, null, null, null, Status.UNDEFINED, null, null, reason);
    }

    static Measure refused(String name, long n, String reason) {
        return new Measure(name, null, n, null, null, null, null, Status.REFUSED, null, null, reason);
    }

    /** The same as a share of so many. */
    Measure of(long part, long whole) {
        return new Measure(measure, value, n, part, whole, lower, upper, status, method, version, reason);
    }

    /** The same with an interval, if the figure is there and both ends are finite. */
    Measure within(Optional<Interval> interval) {
        return interval.filter(ends ->
                        status == Status.SHOWN && Double.isFinite(ends.lower()) && Double.isFinite(ends.upper()))
                .map(ends -> new Measure(
                        measure,
                        value,
                        n,
                        numerator,
                        denominator,
                        ends.lower(),
                        ends.upper(),
                        status,
                        method,
                        version,
                        reason))
                .orElse(this);
    }
}
