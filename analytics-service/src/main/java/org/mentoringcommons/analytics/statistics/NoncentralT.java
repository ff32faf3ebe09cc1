package org.mentoringcommons.analytics.statistics;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * The noncentral t law by Lenth's algorithm AS 243, with the normal approximation (Abramowitz and Stegun 26.7.10) where
 * that series underflows: the same two branches as R's {@code pt}.
 */
final class NoncentralT {
    /** exp(-ncp^2 / 2) underflows from here on. */
    static final double LARGEST_SERIES = Math.sqrt(2 * Math.log(2) * 1021);

    private NoncentralT() {}

    /** P(T <= t). */
    static double cdf(double t, double df, double ncp) {
        boolean negative = t < 0;
        double delta = negative ? -ncp : ncp;
        double size = Math.abs(t);
        double lower =
                df > 4e5 || Math.abs(delta) > LARGEST_SERIES ? approximate(size, df, delta) : series(size, df, delta);
        return negative ? 1 - lower : lower;
    }

    /** Noncentralities for which t is the upper and lower tail quantile: the ends of a confidence interval. */
    static Interval noncentrality(double t, double df, double level) {
        double tail = Level.tail(level);
        double reach = 12 + Math.abs(t);
        return Interval.between(solve(t, df, 1 - tail, reach), solve(t, df, tail, reach), level);
    }

    private static double solve(double t, double df, double p, double reach) {
        return new BrentSolver(1e-14, 1e-12, 1e-15).findRoot(ncp -> cdf(t, df, ncp) - p, t - reach, t + reach);
    }

    private static double approximate(double t, double df, double delta) {
        double s = 1 / (4 * df);
        return Normal.cdf((t * (1 - s) - delta) / Math.sqrt(1 + t * t * 2 * s));
    }

    private static double series(double t, double df, double delta) {
        double x = t * t / (t * t + df);
        if (x == 0) {
            return Normal.cdf(-delta);
        }
        double lambda = delta * delta;
        double p = 0.5 * Math.exp(-0.5 * lambda);
        double q = Math.sqrt(2 / Math.PI) * p * delta;
        double left = -0.5 * Math.expm1(-0.5 * lambda);
        double a = 0.5;
        double b = 0.5 * df;
        double rest = Math.pow(df / (t * t + df), b);
        double logBeta = Math.log(Math.sqrt(Math.PI)) + LogGamma.value(b) - LogGamma.value(0.5 + b);
        double odd = Beta.cdf(x, a, b);
        double oddStep = 2 * rest * Math.exp(a * Math.log(x) - logBeta);
        double even = b * x < Math.ulp(1.0) ? b * x : 1 - rest;
        double evenStep = b * x * rest;
        double sum = p * odd + q * even;
        for (int term = 1; term <= 5_000; term++) {
            a += 1;
            odd -= oddStep;
            even -= evenStep;
            oddStep *= x * (a + b - 1) / a;
            evenStep *= x * (a + b - 0.5) / (a + 0.5);
            p *= lambda / (2 * term);
            q *= lambda / (2 * term + 1);
            sum += p * odd + q * even;
            left -= p;
            if (left <= 0 && term > 1 || Math.abs(2 * left * (odd - oddStep)) < 1e-12) {
                break;
            }
        }
        return Math.min(1, sum + Normal.cdf(-delta));
    }
}
