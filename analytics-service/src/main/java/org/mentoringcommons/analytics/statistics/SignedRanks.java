package org.mentoringcommons.analytics.statistics;

import java.math.BigInteger;
import java.util.TreeMap;

/**
 * Doubled mid-ranks of absolute differences, one entry for each distinct absolute value, smallest first: doubled so that
 * ties stay integers.
 */
record SignedRanks(long zeros, long[] doubledRank, long[] positive, long[] negative, long zeroDoubledRank) {

    /** Ranks non-zero differences only, or zeros with them (they take the lowest ranks). */
    static SignedRanks of(Counts differences, boolean rankZeros) {
        TreeMap<Integer, long[]> signs = new TreeMap<>();
        for (int i = 0; i < differences.distinct(); i++) {
            int difference = differences.value(i);
            if (difference != 0) {
                signs.computeIfAbsent(Math.abs(difference), any -> new long[2])[difference > 0 ? 0 : 1] =
                        differences.count(i);
            }
        }
        long zeros = differences.countOf(0);
        long below = rankZeros ? zeros : 0;
        long[] ranks = new long[signs.size()];
        long[] positive = new long[signs.size()];
        long[] negative = new long[signs.size()];
        int group = 0;
        for (long[] sign : signs.values()) {
            long tied = sign[0] + sign[1];
            ranks[group] = 2 * below + tied + 1;
            positive[group] = sign[0];
            negative[group] = sign[1];
            below += tied;
            group++;
        }
        return new SignedRanks(zeros, ranks, positive, negative, rankZeros ? zeros + 1 : 0);
    }

    int groups() {
        return doubledRank.length;
    }

    long tied(int group) {
        return positive[group] + negative[group];
    }

    long nPositive() {
        return java.util.Arrays.stream(positive).sum();
    }

    long nNegative() {
        return java.util.Arrays.stream(negative).sum();
    }

    long nonZero() {
        return nPositive() + nNegative();
    }

    BigInteger doubledPlus() {
        return weigh(positive, 1);
    }

    BigInteger doubledMinus() {
        return weigh(negative, 1);
    }

    /** 16 times the variance of W+ given the ranks: the sum of squared doubled ranks. */
    BigInteger squares() {
        return weigh(positive, 2).add(weigh(negative, 2));
    }

    /** Sum of t^3 - t over groups of tied non-zero absolute differences; overflows a long at ten million. */
    BigInteger tieTerm() {
        BigInteger term = BigInteger.ZERO;
        for (int group = 0; group < groups(); group++) {
            BigInteger tied = BigInteger.valueOf(tied(group));
            term = term.add(tied.pow(3)).subtract(tied);
        }
        return term;
    }

    private BigInteger weigh(long[] weights, int power) {
        BigInteger sum = BigInteger.ZERO;
        for (int group = 0; group < groups(); group++) {
            sum = sum.add(
                    BigInteger.valueOf(doubledRank[group]).pow(power).multiply(BigInteger.valueOf(weights[group])));
        }
        return sum;
    }
}
