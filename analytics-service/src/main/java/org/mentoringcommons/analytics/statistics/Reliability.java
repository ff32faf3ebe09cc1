package org.mentoringcommons.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ejml.simple.SimpleMatrix;

/**
 * How consistently the items of one scale measure: Cronbach's alpha with Feldt's interval, McDonald's omega (three items or
 * more) and the Spearman-Brown coefficient (two items), from the cross-products of people who answered every item of one
 * wave. Immutable.
 */
public final class Reliability {
    private static final Method METHOD =
            Method.first("Cronbach alpha with Feldt interval; omega total by one-factor maximum likelihood (k >= 3);"
                    + " Spearman-Brown (k = 2)");
    private static final Reliability DEFAULTS = new Reliability(Level.USUAL);

    private final double level;

    private Reliability(double level) {
        this.level = level;
    }

    /** {@return reliability with a 95 % interval} */
    public static Reliability withDefaults() {
        return DEFAULTS;
    }

    /** {@return this with another confidence level within (0, 1)} */
    public Reliability withLevel(double confidence) {
        return new Reliability(Level.check(confidence));
    }

    /**
     * Computes the coefficients.
     *
     * @param items cross-products of the k items
     * @return the coefficients; none below two items or two people, or where the sum does not vary
     */
    public Result of(CrossProducts items) {
        int k = items.variables();
        long n = items.n();
        if (k < 2 || n < 2) {
            return without(n == 0 ? Outcome.NO_DATA : Outcome.TOO_FEW, n, k);
        }
        SimpleMatrix covariance = items.covariance();
        double total = covariance.elementSum();
        if (!(total > 1e-12 * (covariance.trace() + Double.MIN_NORMAL))) {
            return without(covariance.trace() == 0 ? Outcome.CONSTANT : Outcome.NOT_ESTIMABLE, n, k);
        }
        double alpha = k / (k - 1.0) * (1 - covariance.trace() / total);
        return new Result(
                METHOD,
                Outcome.COMPUTED,
                n,
                k,
                OptionalDouble.of(alpha),
                Optional.of(feldt(alpha, n, k)),
                k < 3 ? OptionalDouble.empty() : OneFactor.omega(covariance),
                k == 2 ? spearmanBrown(covariance) : OptionalDouble.empty());
    }

    private Interval feldt(double alpha, long n, int k) {
        double tail = Level.tail(level);
        double df1 = n - 1.0;
        double df2 = df1 * (k - 1);
        return new Interval(
                1 - (1 - alpha) * FisherF.upperQuantile(tail, df1, df2),
                1 - (1 - alpha) * FisherF.quantile(tail, df1, df2),
                level);
    }

    private static OptionalDouble spearmanBrown(SimpleMatrix covariance) {
        double scale = Math.sqrt(covariance.get(0, 0) * covariance.get(1, 1));
        double r = covariance.get(0, 1) / scale;
        return scale == 0 || r <= -1 ? OptionalDouble.empty() : OptionalDouble.of(2 * r / (1 + r));
    }

    private static Result without(Outcome outcome, long n, int k) {
        OptionalDouble none = OptionalDouble.empty();
        return new Result(METHOD, outcome, n, k, none, Optional.empty(), none, none);
    }

    /**
     * The coefficients.
     *
     * @param method the definitions
     * @param outcome COMPUTED, or why there are none
     * @param n people who answered every item
     * @param items k
     * @param alpha Cronbach's raw alpha, at most 1, negative if items contradict each other
     * @param alphaInterval Feldt's interval
     * @param omega McDonald's omega total; absent below three items or where one factor cannot be fitted
     * @param spearmanBrown for two items: 2 r / (1 + r); absent otherwise
     */
    public record Result(
            Method method,
            Outcome outcome,
            long n,
            int items,
            OptionalDouble alpha,
            Optional<Interval> alphaInterval,
            OptionalDouble omega,
            OptionalDouble spearmanBrown) {}
}
