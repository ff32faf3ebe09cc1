package org.mentoringcommons.analytics.cube;

/**
 * The noise of a cell of people: made of the sum of their keys, so that the same people have the same noise in every table, of
 * every measure and in every release, and who repeats a question hears the same answer. Sums of keys add up as people do;
 * noise does not.
 *
 * @param bound no count differs by more from the true one
 */
record CellNoise(int bound) {

    /** {@return a count as it is published} A count of nobody has none. */
    long of(long count, long key) {
        return count == 0 ? 0 : count + tosses(mixed(key)) - bound;
    }

    /** How many of twice the bound of fair coins fell on heads. */
    private int tosses(long bits) {
        return Long.bitCount(bits & (1L << 2 * bound) - 1);
    }

    /** Every bit depends on all of the key (Steele, Lea, Flood 2014). */
    private static long mixed(long key) {
        long mixed = (key ^ key >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
