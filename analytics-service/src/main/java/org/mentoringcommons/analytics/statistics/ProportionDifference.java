package org.mentoringcommons.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The difference of two independent proportions with Newcombe's hybrid score interval (his method 10).
 *
 * @param one first proportion
 * @param other second proportion
 */
public record ProportionDifference(Proportion one, Proportion other) {
    /** How the interval is defined. */
    public static final Method METHOD = Method.first("Newcombe hybrid score interval of a difference");

    /** {@return first minus second; absent if nobody was asked in a group} */
    public OptionalDouble value() {
        return one.value().isPresent() && other.value().isPresent()
                ? OptionalDouble.of(one.value().getAsDouble() - other.value().getAsDouble())
                : OptionalDouble.empty();
    }

    /** {@return Newcombe's interval; absent if nobody was asked in a group} */
    public Optional<Interval> newcombe(double level) {
        if (value().isEmpty()) {
            Level.check(level);
            return Optional.empty();
        }
        double difference = value().getAsDouble();
        double p1 = one.value().getAsDouble();
        double p2 = other.value().getAsDouble();
        Interval w1 = one.wilson(level).orElseThrow();
        Interval w2 = other.wilson(level).orElseThrow();
        return Optional.of(new Interval(
                difference - Math.hypot(p1 - w1.lower(), w2.upper() - p2),
                difference + Math.hypot(w1.upper() - p1, p2 - w2.lower()),
                level));
    }
}
