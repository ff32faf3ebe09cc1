package org.mentoringcommons.analytics.statistics;

import java.math.BigInteger;
import java.util.List;

/** Doubled mid-ranks of several groups ranked together, so that ties stay integers. */
record PooledRanks(Counts all, long[] doubledRank) {

    static PooledRanks of(List<Counts> groups) {
        Counts all = groups.stream().reduce(Counts.none(), Counts::plus);
        long[] ranks = new long[all.distinct()];
        long below = 0;
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = 2 * below + all.count(i) + 1;
            below += all.count(i);
        }
        return new PooledRanks(all, ranks);
    }

    /** Twice the rank sum of one of the groups. */
    BigInteger doubledSum(Counts group) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < doubledRank.length; i++) {
            long count = group.countOf(all.value(i));
            sum = sum.add(BigInteger.valueOf(doubledRank[i]).multiply(BigInteger.valueOf(count)));
        }
        return sum;
    }

    /** Mean rank of a group minus the middle rank (N + 1) / 2, without cancellation. */
    double meanExcess(Counts group) {
        BigInteger middle = BigInteger.valueOf(all.n() + 1).multiply(BigInteger.valueOf(group.n()));
        return doubledSum(group).subtract(middle).doubleValue() / (2.0 * group.n());
    }

    /** Sum of t^3 - t; overflows a long at ten million. */
    BigInteger tieTerm() {
        BigInteger term = BigInteger.ZERO;
        for (int i = 0; i < all.distinct(); i++) {
            BigInteger tied = BigInteger.valueOf(all.count(i));
            term = term.add(tied.pow(3)).subtract(tied);
        }
        return term;
    }

    /** Variance of one rank drawn at random, denominator N - 1: N(N + 1)/12 less the correction for ties. */
    double rankVariance() {
        BigInteger size = BigInteger.valueOf(all.n());
        BigInteger untied = size.pow(3).subtract(size);
        return untied.subtract(tieTerm()).doubleValue() / (12.0 * (all.n() - 1));
    }
}
