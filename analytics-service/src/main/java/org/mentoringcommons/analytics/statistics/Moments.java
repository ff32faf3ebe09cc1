package org.mentoringcommons.analytics.statistics;

import java.math.BigInteger;
import java.util.OptionalDouble;

/**
 * Number, mean and standard deviation of one variable, from exact integer sums, so that the order in which people were
 * counted cannot change a digit.
 *
 * @param n number of observations
 * @param mean arithmetic mean in scale points; absent when n = 0
 * @param sd standard deviation with denominator n - 1, in scale points; absent when n &lt; 2, 0 when all are equal
 */
public record Moments(long n, OptionalDouble mean, OptionalDouble sd) {
    /** How these numbers are defined. */
    public static final Method METHOD = Method.first("mean and standard deviation (n-1) from exact integer sums");

    /**
     * Computes them.
     *
     * @param counts observations in integer units
     * @param unitsPerPoint integer units in one scale point, at least 1
     * @return the moments in scale points
     */
    public static Moments of(Counts counts, int unitsPerPoint) {
        Sums sums = Sums.of(counts);
        if (sums.n() == 0) {
            return new Moments(0, OptionalDouble.empty(), OptionalDouble.empty());
        }
        OptionalDouble mean = OptionalDouble.of(sums.total().doubleValue() / ((double) sums.n() * unitsPerPoint));
        if (sums.n() < 2) {
            return new Moments(sums.n(), mean, OptionalDouble.empty());
        }
        return new Moments(sums.n(), mean, OptionalDouble.of(Math.sqrt(sums.variance()) / unitsPerPoint));
    }

    /** {@return the method that computed this} */
    public Method method() {
        return METHOD;
    }

    /** n, the sum and n * sum of squares minus squared sum, all exact: the last overflows a long at ten million people. */
    record Sums(long n, BigInteger total, BigInteger scatter) {
        static Sums of(Counts counts) {
            long total = 0;
            BigInteger squares = BigInteger.ZERO;
            for (int i = 0; i < counts.distinct(); i++) {
                long product = Math.multiplyExact(counts.value(i), counts.count(i));
                total = Math.addExact(total, product);
                squares = squares.add(BigInteger.valueOf(product).multiply(BigInteger.valueOf(counts.value(i))));
            }
            BigInteger sum = BigInteger.valueOf(total);
            return new Sums(
                    counts.n(),
                    sum,
                    squares.multiply(BigInteger.valueOf(counts.n())).subtract(sum.multiply(sum)));
        }

        /** In squared integer units; needs n of 2 or more. */
        double variance() {
            return scatter.doubleValue() / ((double) n * (n - 1));
        }
    }
}
