package org.mentoringcommons.analytics.statistics;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Upper tails of the chi-squared law, with the logarithm of those that underflow a double. */
final class ChiSquared {
    private ChiSquared() {}

    static double survival(double x, double df) {
        return x <= 0 ? 1 : ChiSquaredDistribution.of(df).survivalProbability(x);
    }

    static double quantile(double p, double df) {
        return ChiSquaredDistribution.of(df).inverseCumulativeProbability(p);
    }

    static double log10Survival(double x, double df) {
        double p = survival(x, df);
        return (p > 1e-290 ? Math.log(p) : logFar(x / 2, df / 2)) / Normal.LN_10;
    }

    /** ln Q(a, x) for x far above a, by the continued fraction of the incomplete gamma function. */
    private static double logFar(double x, double a) {
        double fraction = 0;
        for (int term = 500; term >= 1; term--) {
            fraction = term * (a - term) / (x + 2 * term + 1 - a + fraction);
        }
        return -x + a * Math.log(x) - LogGamma.value(a) - Math.log(x + 1 - a + fraction);
    }
}
