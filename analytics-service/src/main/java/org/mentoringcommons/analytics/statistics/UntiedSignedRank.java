package org.mentoringcommons.analytics.statistics;

/** The lower tail of the signed-rank law of n untied differences, as R's psignrank and qsignrank. */
final class UntiedSignedRank {
    private final double[] cumulative;

    private UntiedSignedRank(double[] cumulative) {
        this.cumulative = cumulative;
    }

    /** Computes the law as far as its quantile at a tail probability. */
    static UntiedSignedRank upToTail(int n, double tail) {
        double mean = (double) n * (n + 1) / 4;
        double sd = Math.sqrt((double) n * (n + 1) * (2.0 * n + 1) / 24);
        // the normal quantile misses by far less than a tenth of an SD and a few ranks
        int reach = (int) Math.max(0, Math.min(mean, mean + (Normal.quantile(tail) + 0.1) * sd + 5));
        double[] ways = new double[reach + 1];
        ways[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            int filled = (int) Math.min(reach, (long) rank * (rank + 1) / 2);
            for (int sum = filled; sum >= 0; sum--) {
                ways[sum] = 0.5 * (ways[sum] + (sum >= rank ? ways[sum - rank] : 0));
            }
        }
        for (int sum = 1; sum <= reach; sum++) {
            ways[sum] += ways[sum - 1];
        }
        return new UntiedSignedRank(ways);
    }

    /** P(V <= v) within the computed tail. */
    double cdf(long v) {
        return v < 0 ? 0 : cumulative[(int) Math.min(v, cumulative.length - 1)];
    }

    /** Smallest v with P(V <= v) >= p, up to rounding (R's allowance of ten units in the last place). */
    long quantile(double p) {
        double reached = p - 10 * Math.ulp(1.0);
        for (int v = 0; v < cumulative.length; v++) {
            if (cumulative[v] >= reached) {
                return v;
            }
        }
        return cumulative.length - 1L;
    }
}
