package org.mentoringcommons.analytics.statistics;

import org.apache.commons.numbers.gamma.LogBeta;

/** Student's t law with any positive degrees of freedom, through the incomplete beta function. */
final class Student {
    private Student() {}

    /** P(|T| >= |t|), 0 when it underflows. */
    static double twoSided(double t, double df) {
        return t == 0 ? 1 : Beta.cdf(df / (df + t * t), df / 2, 0.5);
    }

    /** P(T >= t). */
    static double upper(double t, double df) {
        double half = twoSided(t, df) / 2;
        return t >= 0 ? half : 1 - half;
    }

    /** log10 of {@link #twoSided}, finite for every finite t. */
    static double log10TwoSided(double t, double df) {
        double p = twoSided(t, df);
        return (p > 1e-290 ? Math.log(p) : logFar(t, df)) / Normal.LN_10;
    }

    /** t with P(|T| <= t) = level. */
    static double twoSidedQuantile(double level, double df) {
        double share = Beta.quantile(level, 0.5, df / 2);
        return Math.sqrt(df * share / (1 - share));
    }

    /** ln I_x(df/2, 1/2) at x = df / (df + t^2), by Lentz's continued fraction. */
    private static double logFar(double t, double df) {
        double a = df / 2;
        double b = 0.5;
        double x = df / (df + t * t);
        double c = 1;
        double d = 1 / (1 - (a + b) * x / (a + 1));
        double fraction = d;
        for (int m = 1; m <= 10_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / (1 + even * d);
            c = 1 + even / c;
            fraction *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / (1 + odd * d);
            c = 1 + odd / c;
            double step = d * c;
            fraction *= step;
            if (Math.abs(step - 1) < 1e-15) {
                break;
            }
        }
        // 1 - x computed from t, because x nears 1 when df is large
        return a * -Math.log1p(t * t / df)
                + b * (2 * Math.log(Math.abs(t)) - Math.log(df + t * t))
                - Math.log(a)
                - LogBeta.value(a, b)
                + Math.log(fraction);
    }
}
