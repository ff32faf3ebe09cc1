package org.mentoringcommons.analytics.disclosure;

import java.math.BigInteger;
import org.mentoringcommons.analytics.statistics.Counts;

/**
 * Statistics of integer scores to one decimal, without a floating-point number on the way.
 *
 * @param counts scores in integer units, at least one
 * @param unitsPerPoint integer units in one scale point
 */
public record Scores(Counts counts, int unitsPerPoint) {

    /** {@return the mean in scale points} */
    public Tenths mean() {
        return Tenths.ofRatio(sum(1), units(counts.n()));
    }

    /** {@return the standard deviation in scale points; denominator n - 1, so it needs two people} */
    public Tenths sd() {
        BigInteger n = BigInteger.valueOf(counts.n());
        BigInteger scatter = n.multiply(sum(2)).subtract(sum(1).pow(2));
        BigInteger points = BigInteger.valueOf(unitsPerPoint);
        return Tenths.ofRoot(
                scatter, n.multiply(n.subtract(BigInteger.ONE)).multiply(points).multiply(points));
    }

    /** {@return a quantile of type 7: position 1 + (n - 1) · numerator / denominator, between two scores in proportion} */
    public Tenths quantile(int numerator, int denominator) {
        long place = Math.multiplyExact(counts.n() - 1, (long) numerator);
        long lower = score(place / denominator);
        long part = place % denominator;
        long upper = part == 0 ? lower : score(place / denominator + 1);
        long weighted = Math.addExact(lower * (denominator - part), upper * part);
        return Tenths.ofRatio(BigInteger.valueOf(weighted), units(denominator));
    }

    /** The score of somebody's rank, from 0. */
    private long score(long rank) {
        long seen = 0;
        for (int i = 0; i < counts.distinct(); i++) {
            seen += counts.count(i);
            if (seen > rank) {
                return counts.value(i);
            }
        }
        throw new IllegalArgumentException("nobody has this rank");
    }

    private BigInteger sum(int power) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < counts.distinct(); i++) {
            sum = sum.add(BigInteger.valueOf(counts.value(i)).pow(power).multiply(BigInteger.valueOf(counts.count(i))));
        }
        return sum;
    }

    private BigInteger units(long factor) {
        return BigInteger.valueOf(factor).multiply(BigInteger.valueOf(unitsPerPoint));
    }
}
