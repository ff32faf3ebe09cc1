package org.mentoringcommons.analytics.statistics;

import java.util.Optional;

/** A mean of people taken as independent, with its t interval, from exact integer sums. Immutable. */
public final class MeanInterval {
    private static final Method METHOD = Method.first("mean with t interval");

    private MeanInterval() {}

    /**
     * Computes both.
     *
     * @param counts observations in integer units
     * @param unitsPerPoint integer units in one scale point, at least 1
     * @return the mean from one observation on, its interval from two that differ on
     */
    public static Result of(Counts counts, int unitsPerPoint) {
        Moments moments = Moments.of(counts, unitsPerPoint);
        if (moments.n() < 2 || moments.sd().getAsDouble() == 0) {
            Outcome outcome =
                    moments.n() == 0 ? Outcome.NO_DATA : moments.n() == 1 ? Outcome.TOO_FEW : Outcome.CONSTANT;
            return new Result(METHOD, outcome, moments, Optional.empty());
        }
        double mean = moments.mean().getAsDouble();
        double half = Student.twoSidedQuantile(Level.USUAL, moments.n() - 1)
                * moments.sd().getAsDouble()
                / Math.sqrt(moments.n());
        return new Result(
                METHOD, Outcome.COMPUTED, moments, Optional.of(new Interval(mean - half, mean + half, Level.USUAL)));
    }

    /**
     * A mean and how sure it is.
     *
     * @param method its definition
     * @param outcome COMPUTED, or why there is no interval
     * @param moments number, mean and standard deviation in scale points
     * @param interval 95 %, as if people were independent
     */
    public record Result(Method method, Outcome outcome, Moments moments, Optional<Interval> interval) {}
}
