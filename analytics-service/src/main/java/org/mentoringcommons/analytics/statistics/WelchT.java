package org.mentoringcommons.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/** Welch's t test of two independent groups with Cohen's d_s and Hedges' g, from moments. Immutable. */
public final class WelchT {
    private static final Method METHOD = Method.first("Welch two-sample t test; Cohen d_s with pooled SD");
    private static final WelchT DEFAULTS = new WelchT(Level.USUAL);

    private final double level;

    private WelchT(double level) {
        this.level = level;
    }

    /** {@return the two-sided test with 95 % intervals} */
    public static WelchT withDefaults() {
        return DEFAULTS;
    }

    /** {@return this test with another confidence level within (0, 1)} */
    public WelchT withLevel(double confidence) {
        return new WelchT(Level.check(confidence));
    }

    /**
     * Tests whether two means are equal.
     *
     * @param one moments of the first group
     * @param other moments of the second group, same unit
     * @return the result, first minus second; without numbers where a group has fewer than two people or neither varies
     */
    public Result test(Moments one, Moments other) {
        OptionalDouble none = OptionalDouble.empty();
        boolean few = one.n() < 2 || other.n() < 2;
        if (few || one.sd().getAsDouble() == 0 && other.sd().getAsDouble() == 0) {
            Outcome outcome = one.n() + other.n() == 0
                    ? Outcome.NO_DATA
                    : one.n() == 0 || other.n() == 0 ? Outcome.ONE_GROUP : few ? Outcome.TOO_FEW : Outcome.CONSTANT;
            OptionalDouble difference = one.n() > 0 && other.n() > 0
                    ? OptionalDouble.of(one.mean().getAsDouble() - other.mean().getAsDouble())
                    : none;
            return new Result(
                    METHOD,
                    outcome,
                    difference,
                    none,
                    none,
                    none,
                    none,
                    Optional.empty(),
                    none,
                    Optional.empty(),
                    none);
        }
        double v1 = square(one.sd().getAsDouble()) / one.n();
        double v2 = square(other.sd().getAsDouble()) / other.n();
        double difference = one.mean().getAsDouble() - other.mean().getAsDouble();
        double error = Math.sqrt(v1 + v2);
        double df = square(v1 + v2) / (v1 * v1 / (one.n() - 1) + v2 * v2 / (other.n() - 1));
        double t = difference / error;
        double half = Student.twoSidedQuantile(level, df) * error;
        double pooledDf = one.n() + other.n() - 2.0;
        double pooled = Math.sqrt(((one.n() - 1) * square(one.sd().getAsDouble())
                        + (other.n() - 1) * square(other.sd().getAsDouble()))
                / pooledDf);
        double scale = Math.sqrt(1.0 / one.n() + 1.0 / other.n());
        Interval shift = NoncentralT.noncentrality(difference / pooled / scale, pooledDf, level);
        return new Result(
                METHOD,
                Outcome.COMPUTED,
                OptionalDouble.of(difference),
                OptionalDouble.of(t),
                OptionalDouble.of(df),
                OptionalDouble.of(Student.twoSided(t, df)),
                OptionalDouble.of(Student.log10TwoSided(t, df)),
                Optional.of(new Interval(difference - half, difference + half, level)),
                OptionalDouble.of(difference / pooled),
                Optional.of(new Interval(shift.lower() * scale, shift.upper() * scale, level)),
                OptionalDouble.of(difference / pooled * HedgesCorrection.of(pooledDf)));
    }

    private static double square(double x) {
        return x * x;
    }

    /**
     * What the test found, first group minus second.
     *
     * @param method the test
     * @param outcome COMPUTED, or why numbers are absent
     * @param difference of means, in scale points
     * @param t statistic
     * @param df Welch's degrees of freedom
     * @param p two-sided
     * @param log10P log10 of p, finite when p underflows
     * @param interval confidence interval of the difference
     * @param ds difference / pooled SD
     * @param dsInterval its interval by noncentral t inversion
     * @param hedgesG d_s times Hedges' exact J
     */
    public record Result(
            Method method,
            Outcome outcome,
            OptionalDouble difference,
            OptionalDouble t,
            OptionalDouble df,
            OptionalDouble p,
            OptionalDouble log10P,
            Optional<Interval> interval,
            OptionalDouble ds,
            Optional<Interval> dsInterval,
            OptionalDouble hedgesG) {}
}
