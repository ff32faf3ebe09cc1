package org.mentoringcommons.analytics.statistics;

/** Hedges' exact small-sample factor J = gamma(df/2) / (sqrt(df/2) gamma((df-1)/2)). */
final class HedgesCorrection {
    private static final double LOG_SQRT_2_PI = Math.log(2 * Math.PI) / 2;

    private HedgesCorrection() {}

    /**
     * Evaluated as a difference of log-gammas, the way R users and metafor do, so that the printed digits agree; at ten
     * million people both carry the same rounding of about 1e-9.
     */
    static double of(double df) {
        return Math.exp(logGamma(df / 2) - Math.log(Math.sqrt(df / 2)) - logGamma((df - 1) / 2));
    }

    private static double logGamma(double x) {
        if (x < 10) {
            return org.apache.commons.numbers.gamma.LogGamma.value(x);
        }
        double main = LOG_SQRT_2_PI + (x - 0.5) * Math.log(x) - x;
        double square = 1 / (x * x);
        double correction = (1.0 / 12
                        - square
                                * (1.0 / 360
                                        - square
                                                * (1.0 / 1260
                                                        - square
                                                                * (1.0 / 1680
                                                                        - square
                                                                                * (1.0 / 1188
                                                                                        - square * (691.0 / 360360))))))
                / x;
        return x > 4_934_720 ? main : main + correction;
    }
}
