package org.mentoringcommons.analytics.statistics;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/** The beta law: tails and quantiles to the last digits, where a bracketing solver stops at about nine. */
final class Beta {
    private Beta() {}

    static double cdf(double x, double a, double b) {
        return x <= 0 ? 0 : x >= 1 ? 1 : RegularizedBeta.value(x, a, b);
    }

    /** x with P(X <= x) = p. */
    static double quantile(double p, double a, double b) {
        double low = 0;
        double high = 1;
        double x = a / (a + b);
        double logBeta = LogBeta.value(a, b);
        // Newton steps kept inside a shrinking bracket: a step that leaves it becomes a bisection
        for (int step = 0; step < 400; step++) {
            double excess = cdf(x, a, b) - p;
            if (excess > 0) {
                high = x;
            } else {
                low = x;
            }
            double density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta);
            double next = x - excess / density;
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - x) <= 1e-16 * Math.abs(x) || next == x) {
                return next;
            }
            x = next;
        }
        return x;
    }

    /** x with P(X >= x) = p. */
    static double upperQuantile(double p, double a, double b) {
        return 1 - quantile(p, b, a);
    }
}
