package org.mentoringcommons.analytics.cube;

/** Arithmetic in GF(2⁶⁴) modulo x⁶⁴ + x⁴ + x³ + x + 1; adding is exclusive or. */
final class Field {

    private static final int BITS = 4;
    private static final int MASK = (1 << BITS) - 1;
    private static final int TOP = Long.SIZE - BITS;
    private static final long MODULUS = 0b11011;
    private static final long[] REDUCED = new long[1 << BITS];

    static {
        for (int high = 0; high <= MASK; high++) {
            for (int bit = 0; bit < BITS; bit++) {
                REDUCED[high] ^= (high >> bit & 1) == 1 ? MODULUS << bit : 0;
            }
        }
    }

    private Field() {}

    /** Multiples of a factor that is used several times. */
    static long[] table(long factor) {
        long[] multiples = new long[1 << BITS];
        multiples[1] = factor;
        for (int i = 2; i <= MASK; i += 2) {
            long half = multiples[i / 2];
            multiples[i] = half << 1 ^ (half < 0 ? MODULUS : 0);
            multiples[i + 1] = multiples[i] ^ factor;
        }
        return multiples;
    }

    static long product(long[] multiples, long other) {
        long product = 0;
        for (int shift = TOP; shift >= 0; shift -= BITS) {
            product = product << BITS ^ REDUCED[(int) (product >>> TOP)] ^ multiples[(int) (other >>> shift) & MASK];
        }
        return product;
    }

    static long product(long one, long other) {
        return product(table(one), other);
    }

    /** The element to the power 2⁶⁴ - 2. */
    static long inverse(long element) {
        long inverse = 1;
        long power = element;
        for (int i = 1; i < Long.SIZE; i++) {
            power = product(power, power);
            inverse = product(inverse, power);
        }
        return inverse;
    }
}
