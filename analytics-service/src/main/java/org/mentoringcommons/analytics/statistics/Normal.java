package org.mentoringcommons.analytics.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal law, with the logarithm of tails that underflow a double. */
final class Normal {
    static final double LN_10 = Math.log(10);

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    /** Beyond this, P(Z > z) nears the denormal numbers; the continued fraction converges there in a few terms. */
    private static final double FAR = 30;

    private Normal() {}

    /** P(|Z| >= |z|), 0 when it underflows. */
    static double twoSided(double z) {
        return Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
    }

    /** log10 of {@link #twoSided}, finite for every finite z. */
    static double log10TwoSided(double z) {
        return Math.min(0, (Math.log(2) + logSurvival(Math.abs(z))) / LN_10);
    }

    static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }

    static double cdf(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    private static double logSurvival(double z) {
        if (z < FAR) {
            return Math.log(STANDARD.survivalProbability(z));
        }
        double fraction = z;
        for (int term = 40; term >= 1; term--) {
            fraction = z + term / fraction;
        }
        return -z * z / 2 - Math.log(2 * Math.PI) / 2 - Math.log(fraction);
    }
}
