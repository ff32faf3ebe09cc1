package org.mentoringcommons.analytics.statistics;

/** Quantiles of Fisher's F law to the last digits, through the beta law. */
final class FisherF {
    private FisherF() {}

    /** x with P(F <= x) = p. */
    static double quantile(double p, double df1, double df2) {
        double share = Beta.quantile(p, df1 / 2, df2 / 2);
        return df2 / df1 * share / (1 - share);
    }

    /** x with P(F >= x) = p. */
    static double upperQuantile(double p, double df1, double df2) {
        double share = Beta.quantile(p, df2 / 2, df1 / 2);
        return df2 / df1 * (1 - share) / share;
    }
}
