package org.mentoringcommons.analytics.cube;

import java.util.Arrays;

/**
 * A summary of a set of keyed hashes from which the number of elements by which two sets differ can be told while it is
 * small, and nothing about any element: the odd power sums S₁, S₃, … of the set over GF(2⁶⁴), as in PinSketch (Dodis,
 * Ostrovsky, Reyzin, Smith 2008). The sketch of a symmetric difference is the sum of the sketches. Two sums more than
 * needed are kept, so that a larger set is taken for a smaller with probability below 2⁻⁶⁴. Immutable.
 */
final class Sketch {

    /** More elements than the sketch can count. */
    static final int MANY = Integer.MAX_VALUE;

    private static final int SPARE = 2;

    private final long[] sums;

    private Sketch(long[] sums) {
        this.sums = sums;
    }

    /** The empty set; sketches of sets to be compared count up to the same number. */
    static Sketch ofNone(int countable) {
        return new Sketch(new long[countable + SPARE]);
    }

    static Sketch of(long... sums) {
        return new Sketch(sums.clone());
    }

    /** Adds an element to what {@link #sums()} says of a set: takes it away if it is there. */
    static void toggle(long[] sums, long element) {
        long power = element == 0 ? 1 : element;
        long[] square = Field.table(Field.product(power, power));
        for (int i = 0; i < sums.length; i++) {
            sums[i] ^= power;
            power = Field.product(square, power);
        }
    }

    /** The symmetric difference, counted up to the lesser of the two. */
    Sketch plus(Sketch other) {
        long[] both = Arrays.copyOf(sums, Math.min(sums.length, other.sums.length));
        for (int i = 0; i < both.length; i++) {
            both[i] ^= other.sums[i];
        }
        return new Sketch(both);
    }

    long[] sums() {
        return sums.clone();
    }

    /** {@return up to how many elements are counted} */
    int countable() {
        return sums.length - SPARE;
    }

    boolean isEmpty() {
        return Arrays.stream(sums).allMatch(sum -> sum == 0);
    }

    /** How many elements the set has: the length of the shortest recurrence of S₁, S₂, … (Berlekamp and Massey). */
    int count() {
        if (isEmpty()) {
            return 0;
        }
        long[] all = everySum();
        long[] now = new long[all.length + 1];
        long[] before = new long[all.length + 1];
        now[0] = 1;
        before[0] = 1;
        long discrepancyBefore = 1;
        int length = 0;
        int shift = 1;
        for (int n = 0; n < all.length; n++) {
            long discrepancy = all[n];
            for (int i = 1; i <= length; i++) {
                discrepancy ^= Field.product(now[i], all[n - i]);
            }
            if (discrepancy == 0) {
                shift++;
                continue;
            }
            long[] kept = now.clone();
            long factor = Field.product(discrepancy, Field.inverse(discrepancyBefore));
            for (int i = 0; i + shift < now.length; i++) {
                now[i + shift] ^= Field.product(factor, before[i]);
            }
            if (2 * length <= n) {
                length = n + 1 - length;
                before = kept;
                discrepancyBefore = discrepancy;
                shift = 1;
            } else {
                shift++;
            }
        }
        return length > sums.length - SPARE ? MANY : length;
    }

    /** S₁, S₂, S₃, …: in characteristic 2, S₂ₖ = Sₖ². */
    private long[] everySum() {
        long[] all = new long[2 * sums.length];
        for (int k = 1; k <= all.length; k++) {
            all[k - 1] = k % 2 == 1 ? sums[k / 2] : Field.product(all[k / 2 - 1], all[k / 2 - 1]);
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch sketch && Arrays.equals(sums, sketch.sums);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sums);
    }
}
