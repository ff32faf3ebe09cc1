package org.mentoringcommons.analytics.statistics;

import java.math.BigInteger;

/**
 * The exact law of W+ given the mid-ranks, each sign + or - with probability one half: dynamic programming over doubled
 * ranks divided by their greatest common divisor, only as far as the smaller rank sum.
 */
final class SignedRankDistribution {
    /** Rescaling at this size keeps every partial sum finite; what it pushes to zero is beyond the 300th digit. */
    private static final double LARGE = 0x1p900;

    private final SignedRanks ranks;
    private final long divisor;
    private final int reach;

    SignedRankDistribution(SignedRanks ranks) {
        this.ranks = ranks;
        long common = 0;
        for (long rank : ranks.doubledRank()) {
            common = gcd(rank, common);
        }
        this.divisor = Math.max(1, common);
        this.reach = ranks.doubledPlus()
                .min(ranks.doubledMinus())
                .divide(BigInteger.valueOf(divisor))
                .intValueExact();
    }

    /**
     * A probability that may underflow a double.
     *
     * @param ways number of sign patterns, scaled
     * @param exponent power of two to multiply it with
     */
    record Tail(double ways, int exponent) {
        /** Capped at 1; 0 when it underflows. */
        double p() {
            return Math.min(1, Math.scalb(ways, exponent));
        }

        double log10() {
            return Math.min(0, Math.log10(ways) + exponent * Math.log10(2));
        }
    }

    /** min(1, 2 P(W <= min(W+, W-))), accurate to about 1e-13 however small. */
    Tail twoSided() {
        double[] ways = new double[reach + 1];
        ways[0] = 1;
        long filled = 0;
        int exponent = 0;
        for (int group = 0; group < ranks.groups(); group++) {
            long step = ranks.doubledRank()[group] / divisor;
            for (long i = 0; step <= reach && i < ranks.tied(group); i++) {
                filled = Math.min(reach, filled + step);
                for (int sum = (int) filled; sum >= step; sum--) {
                    ways[sum] += ways[(int) (sum - step)];
                }
                if ((i & 63) == 63 || i == ranks.tied(group) - 1) {
                    exponent += rescale(ways, (int) filled);
                }
            }
        }
        double total = 0;
        for (double way : ways) {
            total += way;
        }
        return new Tail(total, exponent + 1 - (int) ranks.nonZero());
    }

    /** The same probability as a fraction of integers with denominator 2^m: numerator min(2^m, 2 * ways). */
    BigInteger twoSidedWays() {
        BigInteger[] ways = new BigInteger[reach + 1];
        java.util.Arrays.fill(ways, BigInteger.ZERO);
        ways[0] = BigInteger.ONE;
        for (int group = 0; group < ranks.groups(); group++) {
            long step = ranks.doubledRank()[group] / divisor;
            for (long i = 0; step <= reach && i < ranks.tied(group); i++) {
                for (int sum = reach; sum >= step; sum--) {
                    ways[sum] = ways[sum].add(ways[(int) (sum - step)]);
                }
            }
        }
        BigInteger total = java.util.Arrays.stream(ways).reduce(BigInteger.ZERO, BigInteger::add);
        return total.shiftLeft(1).min(BigInteger.ONE.shiftLeft((int) ranks.nonZero()));
    }

    private static int rescale(double[] ways, int filled) {
        double largest = 0;
        for (int sum = 0; sum <= filled; sum++) {
            largest = Math.max(largest, ways[sum]);
        }
        if (largest < LARGE) {
            return 0;
        }
        int exponent = Math.getExponent(largest);
        for (int sum = 0; sum <= filled; sum++) {
            ways[sum] = Math.scalb(ways[sum], -exponent);
        }
        return exponent;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
