package org.mentoringcommons.analytics.section;

import java.util.Arrays;

/** Scores of person after person, a byte each, and another as soon as one needs it. None is 0: nobody's score is. */
final class Scores {

    static final int NONE = 0;
    private static final int LOW = 0xff;
    private static final int FIRST_CAPACITY = 256;

    private byte[] low = new byte[FIRST_CAPACITY];
    private byte[] high;
    private int size;

    /** @throws IllegalArgumentException for scores whose differences would need more than two bytes */
    void add(int score) {
        if (score > Short.MAX_VALUE) {
            throw new IllegalArgumentException("a scale whose sums need more than two bytes");
        }
        if (size == low.length) {
            resize((int) Math.min(Integer.MAX_VALUE - 8L, 2L * size));
        }
        if (score > LOW && high == null) {
            high = new byte[low.length];
        }
        low[size] = (byte) score;
        if (high != null) {
            high[size] = (byte) (score >>> Byte.SIZE);
        }
        size++;
    }

    int at(int row) {
        return high == null ? low[row] & LOW : low[row] & LOW | high[row] << Byte.SIZE;
    }

    /** Gives back what is not needed once all are there. */
    void trim() {
        resize(size);
    }

    long bytes() {
        return low.length + (high == null ? 0L : high.length);
    }

    private void resize(int capacity) {
        low = Arrays.copyOf(low, capacity);
        high = high == null ? null : Arrays.copyOf(high, capacity);
    }
}
