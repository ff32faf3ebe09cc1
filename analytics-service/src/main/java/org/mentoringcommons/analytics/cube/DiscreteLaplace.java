package org.mentoringcommons.analytics.cube;

import java.math.BigInteger;

/**
 * Draws whole numbers x with a probability exactly in proportion to exp(-|x| / scale), in integers alone: the algorithms of
 * Canonne, Kamath and Steinke, "The discrete Gaussian for differential privacy" (2020). Floating point would give values that
 * cannot be, and so tell what was added to.
 */
final class DiscreteLaplace {

    private final BigInteger numerator;
    private final BigInteger denominator;

    /**
     * @param numerator of the scale, positive
     * @param denominator of the scale, positive
     */
    DiscreteLaplace(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() <= 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("a scale above 0");
        }
        BigInteger common = numerator.gcd(denominator);
        this.numerator = numerator.divide(common);
        this.denominator = denominator.divide(common);
    }

    /** {@return one number; it takes as long as it takes} */
    BigInteger draw(SecretBits bits) {
        while (true) {
            BigInteger part = bits.below(numerator);
            if (isExpOf(bits, part, numerator)) {
                BigInteger whole = BigInteger.ZERO;
                while (isExpOf(bits, BigInteger.ONE, BigInteger.ONE)) {
                    whole = whole.add(BigInteger.ONE);
                }
                BigInteger magnitude = part.add(numerator.multiply(whole)).divide(denominator);
                boolean negative = bits.below(BigInteger.TWO).signum() == 0;
                if (!negative || magnitude.signum() > 0) { // else 0 would be drawn twice as often
                    return negative ? magnitude.negate() : magnitude;
                }
            }
        }
    }

    /** True with probability exp(-over / under), of at most 1 over 1: an even number of times in a row (von Neumann). */
    private static boolean isExpOf(SecretBits bits, BigInteger over, BigInteger under) {
        BigInteger times = BigInteger.ONE;
        while (bits.below(under.multiply(times)).compareTo(over) < 0) {
            times = times.add(BigInteger.ONE);
        }
        return times.testBit(0);
    }
}
