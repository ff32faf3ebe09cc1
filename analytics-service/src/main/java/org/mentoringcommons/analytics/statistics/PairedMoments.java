package org.mentoringcommons.analytics.statistics;

import java.math.BigInteger;
import java.util.OptionalDouble;

/**
 * The description of before, now and gain of the same people.
 *
 * @param before moments of the scores before
 * @param now moments of the scores now
 * @param gain moments of now - before; its mean is the raw gain in scale points
 * @param correlation Pearson's r of before and now; absent when n &lt; 2 or one of them is constant
 */
public record PairedMoments(Moments before, Moments now, Moments gain, OptionalDouble correlation) {
    /**
     * Computes the description.
     *
     * @param table pairs of integer item sums
     * @return means and standard deviations in scale points
     */
    public static PairedMoments of(PairTable table) {
        int units = table.unitsPerPoint();
        return new PairedMoments(
                Moments.of(table.before(), units),
                Moments.of(table.now(), units),
                Moments.of(table.differences(), units),
                correlation(table));
    }

    /** {@return the number of pairs} */
    public long n() {
        return gain.n();
    }

    /** {@return the method that computed this} */
    public Method method() {
        return Moments.METHOD;
    }

    private static OptionalDouble correlation(PairTable table) {
        Moments.Sums before = Moments.Sums.of(table.before());
        Moments.Sums now = Moments.Sums.of(table.now());
        if (before.scatter().signum() == 0 || now.scatter().signum() == 0) {
            return OptionalDouble.empty();
        }
        BigInteger together = products(table)
                .multiply(BigInteger.valueOf(table.n()))
                .subtract(before.total().multiply(now.total()));
        double scatter = Math.sqrt(before.scatter().doubleValue())
                * Math.sqrt(now.scatter().doubleValue());
        return OptionalDouble.of(Math.max(-1, Math.min(1, together.doubleValue() / scatter)));
    }

    /** The sum of before times now over all people, in long numbers as long as they suffice. */
    private static BigInteger products(PairTable table) {
        long[] small = {0};
        BigInteger[] large = {BigInteger.ZERO};
        table.each((before, now, count) -> {
            try {
                small[0] = Math.addExact(small[0], Math.multiplyExact((long) before * now, count));
            } catch (ArithmeticException tooLarge) {
                large[0] = large[0].add(BigInteger.valueOf((long) before * now).multiply(BigInteger.valueOf(count)));
            }
        });
        return large[0].add(BigInteger.valueOf(small[0]));
    }
}
