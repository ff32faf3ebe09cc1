package org.mentoringcommons.analytics.disclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A number to one decimal, halves rounded away from zero. Ratios and their roots are rounded in integer arithmetic: a mean
 * of 4.25 that a double holds as 4.2499… would otherwise be shown as 4.2.
 *
 * @param tenths the number times ten
 */
public record Tenths(long tenths) {

    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger TEN = BigInteger.TEN;
    private static final BigInteger FOUR_HUNDRED = BigInteger.valueOf(400);

    /**
     * Rounds a ratio.
     *
     * @param numerator any
     * @param denominator positive
     */
    public static Tenths ofRatio(BigInteger numerator, BigInteger denominator) {
        requirePositive(denominator);
        BigInteger twice = numerator.abs().multiply(TEN).multiply(TWO).add(denominator);
        BigInteger magnitude = twice.divide(denominator.multiply(TWO));
        return new Tenths((numerator.signum() < 0 ? magnitude.negate() : magnitude).longValueExact());
    }

    /** Rounds a ratio; the denominator is positive. */
    public static Tenths ofRatio(long numerator, long denominator) {
        return ofRatio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * Rounds the square root of a ratio, exactly.
     *
     * @param numerator not negative
     * @param denominator positive
     */
    public static Tenths ofRoot(BigInteger numerator, BigInteger denominator) {
        requirePositive(denominator);
        // round(10 √(a/b)) = ⌊(⌊√(400 a/b)⌋ + 1) / 2⌋, and ⌊√x⌋ = ⌊√⌊x⌋⌋
        BigInteger root = numerator.multiply(FOUR_HUNDRED).divide(denominator).sqrt();
        return new Tenths(root.add(BigInteger.ONE).divide(TWO).longValueExact());
    }

    /**
     * Rounds a number that exists only as a double, such as a bound of a confidence interval, by its exact value.
     *
     * @throws NumberFormatException if it is infinite or not a number
     */
    public static Tenths of(double value) {
        return new Tenths(new BigDecimal(value)
                .setScale(1, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact());
    }

    /** {@return the number} */
    public BigDecimal value() {
        return BigDecimal.valueOf(tenths, 1);
    }

    /** {@return the number with its one decimal, such as {@code -0.4}} */
    @Override
    public String toString() {
        return value().toPlainString();
    }

    private static void requirePositive(BigInteger denominator) {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("a ratio needs a positive denominator");
        }
    }
}
