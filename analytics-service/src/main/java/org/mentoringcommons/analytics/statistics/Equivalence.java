package org.mentoringcommons.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two one-sided t tests (TOST): is a difference smaller than a bound that matters? What stands beside every "not
 * significant", which alone is no evidence of "no difference". Immutable.
 */
public final class Equivalence {
    private static final Equivalence DEFAULTS = new Equivalence(0.5, 0.05);

    private final double bound;
    private final double alpha;

    private Equivalence(double bound, double alpha) {
        this.bound = bound;
        this.alpha = alpha;
    }

    /** {@return the test within ±0.5 scale point at 5 %} */
    public static Equivalence withDefaults() {
        return DEFAULTS;
    }

    /** {@return this test with another bound above 0, in scale points} */
    public Equivalence withBound(double points) {
        if (!(points > 0 && points < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bound not above 0: " + points);
        }
        return new Equivalence(points, alpha);
    }

    /** {@return whether a mean gain is practically zero} */
    public Result test(PairTable table) {
        PairedT.Result t = PairedT.withDefaults().test(table);
        double error = t.outcome() == Outcome.COMPUTED
                ? t.gain().sd().getAsDouble() / Math.sqrt(t.gain().n())
                : 0;
        return judge("paired", t.outcome(), t.gain().mean(), error, t.df());
    }

    /** {@return whether the means of two groups are practically equal, by Welch's standard error} */
    public Result test(Moments one, Moments other) {
        WelchT.Result t = WelchT.withDefaults().test(one, other);
        double error =
                t.outcome() == Outcome.COMPUTED ? Math.sqrt(variance(one) / one.n() + variance(other) / other.n()) : 0;
        return judge("Welch", t.outcome(), t.difference(), error, t.df().orElse(0));
    }

    private static double variance(Moments moments) {
        return moments.sd().getAsDouble() * moments.sd().getAsDouble();
    }

    private Result judge(String kind, Outcome outcome, OptionalDouble difference, double error, double df) {
        Method method = Method.first("equivalence by two one-sided t tests (" + kind + "), within ±" + bound);
        if (outcome != Outcome.COMPUTED) {
            return new Result(method, outcome, bound, difference, OptionalDouble.empty(), Optional.empty(), false);
        }
        double middle = difference.getAsDouble();
        double p = Math.max(Student.upper((middle + bound) / error, df), Student.upper((bound - middle) / error, df));
        double half = Student.twoSidedQuantile(1 - 2 * alpha, df) * error;
        return new Result(
                method,
                outcome,
                bound,
                difference,
                OptionalDouble.of(p),
                Optional.of(new Interval(middle - half, middle + half, 1 - 2 * alpha)),
                p < alpha);
    }

    /**
     * What the test found.
     *
     * @param method the test with its bound
     * @param outcome COMPUTED, or why it could not be tested
     * @param bound half width of the region of no practical difference, in scale points
     * @param difference estimated difference, in scale points
     * @param p the larger of the two one-sided p
     * @param interval 90 % interval of the difference: equivalent if it lies within the bounds
     * @param equivalent whether p is below 5 %
     */
    public record Result(
            Method method,
            Outcome outcome,
            double bound,
            OptionalDouble difference,
            OptionalDouble p,
            Optional<Interval> interval,
            boolean equivalent) {}
}
