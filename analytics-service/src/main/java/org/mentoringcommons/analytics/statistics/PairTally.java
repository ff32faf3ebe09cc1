package org.mentoringcommons.analytics.statistics;

import java.util.Arrays;

/**
 * How often each pair of integers occurred, while it is being counted: a hash table of plain numbers, because a table of a
 * scale has ten thousand cells and is made for every look at it. Keys order as their pairs do.
 */
final class PairTally {

    private static final int FIRST = 64;
    private static final long LOW = 0xffff_ffffL;

    private long[] keys = new long[FIRST];
    private long[] counts = new long[FIRST];
    private int size;
    /** By hash, one more than where the key is; 0 where none is. Twice as long as the others, so never full. */
    private int[] places = new int[2 * FIRST];

    static long key(int before, int now) {
        return (long) before << Integer.SIZE | now - (long) Integer.MIN_VALUE;
    }

    static int before(long key) {
        return (int) (key >> Integer.SIZE);
    }

    static int now(long key) {
        return (int) ((key & LOW) + Integer.MIN_VALUE);
    }

    /** @throws ArithmeticException if a count gets too large for a long */
    void add(long key, long count) {
        int slot = slot(key);
        int place = places[slot] - 1;
        if (place >= 0) {
            counts[place] = Math.addExact(counts[place], count);
            return;
        }
        if (size == keys.length) {
            grow();
            slot = slot(key);
        }
        keys[size] = key;
        counts[size] = count;
        places[slot] = ++size;
    }

    /** {@return the table in its order, without the cells that came to nothing} */
    PairTable table(int unitsPerPoint) {
        long[] ordered = Arrays.copyOf(keys, size);
        Arrays.sort(ordered);
        long[] values = new long[size];
        int kept = 0;
        for (long key : ordered) {
            long count = counts[places[slot(key)] - 1];
            if (count != 0) {
                ordered[kept] = key;
                values[kept++] = count;
            }
        }
        return new PairTable(unitsPerPoint, Arrays.copyOf(ordered, kept), Arrays.copyOf(values, kept));
    }

    /** Where the key is or would be. */
    private int slot(long key) {
        long mixed = key * 0x9e37_79b9_7f4a_7c15L;
        int slot = (int) (mixed >>> Integer.SIZE) & places.length - 1;
        while (places[slot] != 0 && keys[places[slot] - 1] != key) {
            slot = slot + 1 & places.length - 1;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
        places = new int[4 * size];
        for (int place = 0; place < size; place++) {
            places[slot(keys[place])] = place + 1;
        }
    }
}
