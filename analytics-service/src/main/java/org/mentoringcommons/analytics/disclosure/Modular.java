package org.mentoringcommons.analytics.disclosure;

import java.math.BigInteger;

/** Arithmetic modulo the prime 2⁶¹ - 1, in which elimination errs only if that divides a determinant that is not zero. */
final class Modular {

    static final long PRIME = (1L << 61) - 1;
    private static final BigInteger BIG = BigInteger.valueOf(PRIME);

    private Modular() {}

    static long difference(long one, long other) {
        long difference = one - other;
        return difference < 0 ? difference + PRIME : difference;
    }

    static long product(long one, long other) {
        if (one == 1 || other == 1) {
            return one == 1 ? other : one;
        }
        long high = Math.multiplyHigh(one, other);
        long low = one * other;
        long sum = (low & PRIME) + (low >>> 61 | high << 3);
        return sum >= PRIME ? sum - PRIME : sum;
    }

    static long inverse(long element) {
        return element == 1 ? 1 : BigInteger.valueOf(element).modInverse(BIG).longValueExact();
    }
}
