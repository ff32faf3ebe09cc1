package org.mentoringcommons.analytics.statistics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each pair (before, now) of one person's integer item sums occurred: the mergeable, subtractable, exact
 * sufficient statistic of every paired figure in this package. Immutable; build one with {@link #builder(int)}.
 *
 * <p>Sums stay integers so that ties are ties: {@code post/5 - pre/5} in floating point breaks them. Means are reported
 * in scale points, that is in integer units divided by {@link #unitsPerPoint()}.
 */
public final class PairTable {
    /**
     * One cell's answers.
     *
     * @param before integer item sum before
     * @param now integer item sum now
     */
    public record Pair(int before, int now) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return before != other.before ? Integer.compare(before, other.before) : Integer.compare(now, other.now);
        }
    }

    /** So few values lie side by side in an array, which is many times faster than a map. */
    private static final int NEIGHBOURS = 1 << 16;

    private final int unitsPerPoint;
    /** Of the non-zero cells, ascending; see {@link PairTally}. */
    private final long[] keys;

    private final long[] counts;
    private final long n;
    // immutable and always the same: it does not matter which of two threads made them
    private Counts before;
    private Counts now;
    private Counts differences;

    /** Takes the arrays as they are: ascending keys, counts above 0. */
    PairTable(int unitsPerPoint, long[] keys, long[] counts) {
        this.unitsPerPoint = unitsPerPoint;
        this.keys = keys;
        this.counts = counts;
        long people = 0;
        for (int cell = 0; cell < keys.length; cell++) {
            if (counts[cell] < 0) {
                throw new IllegalArgumentException("more pairs taken away than were there: " + pair(keys[cell]));
            }
            people = Math.addExact(people, counts[cell]);
        }
        this.n = people;
    }

    /**
     * Starts a table.
     *
     * @param unitsPerPoint integer units in one scale point: the number of items k for a sum over k items (1 for a single
     *     item), 60 for scores by the rule {@code sum * 60 / answered}
     * @return an empty builder
     * @throws IllegalArgumentException if below 1
     */
    public static Builder builder(int unitsPerPoint) {
        return new Builder(unitsPerPoint);
    }

    /** {@return integer units in one scale point: the number of items summed} */
    public int unitsPerPoint() {
        return unitsPerPoint;
    }

    /** {@return the number of complete pairs} */
    public long n() {
        return n;
    }

    /** {@return whether there is no pair} */
    public boolean isEmpty() {
        return n == 0;
    }

    /** {@return the non-zero cells, ordered by before, then now; a copy} */
    public Map<Pair, Long> cells() {
        Map<Pair, Long> cells = new LinkedHashMap<>();
        each((before, now, count) -> cells.put(new Pair(before, now), count));
        return cells;
    }

    /** A reader of one cell. */
    interface CellReader {
        void read(int before, int now, long count);
    }

    /** Hands out the non-zero cells in their order. */
    void each(CellReader reader) {
        for (int cell = 0; cell < keys.length; cell++) {
            reader.read(PairTally.before(keys[cell]), PairTally.now(keys[cell]), counts[cell]);
        }
    }

    private static Pair pair(long key) {
        return new Pair(PairTally.before(key), PairTally.now(key));
    }

    /** {@return how many people answered this pair, 0 if none} */
    public long count(int before, int now) {
        int cell = Arrays.binarySearch(keys, PairTally.key(before, now));
        return cell < 0 ? 0 : counts[cell];
    }

    /** {@return the counts of the sums before} */
    public Counts before() {
        if (before == null) {
            before = margin((one, other) -> one);
        }
        return before;
    }

    /** {@return the counts of the sums now} */
    public Counts now() {
        if (now == null) {
            now = margin((one, other) -> other);
        }
        return now;
    }

    /** {@return the counts of the differences now - before, in integer units} */
    public Counts differences() {
        if (differences == null) {
            differences = margin((one, other) -> other - one);
        }
        return differences;
    }

    /** {@return the table with before and now exchanged} */
    public PairTable swapped() {
        Builder swapped = builder(unitsPerPoint);
        each((before, now, count) -> swapped.add(now, before, count));
        return swapped.build();
    }

    /**
     * {@return the pairs of both tables}
     *
     * @throws IllegalArgumentException if the tables count in different units
     */
    public PairTable plus(PairTable other) {
        return toBuilder().add(other).build();
    }

    /**
     * {@return this table without the pairs of another, exactly as if they had never been counted}
     *
     * @throws IllegalArgumentException if a pair to remove is not there or the tables count in different units
     */
    public PairTable minus(PairTable other) {
        return toBuilder().remove(other).build();
    }

    /** {@return a builder that starts with this table's pairs} */
    public Builder toBuilder() {
        return builder(unitsPerPoint).add(this);
    }

    private Counts margin(java.util.function.IntBinaryOperator value) {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        int[] values = new int[keys.length];
        for (int cell = 0; cell < keys.length; cell++) {
            int own = value.applyAsInt(PairTally.before(keys[cell]), PairTally.now(keys[cell]));
            values[cell] = own;
            lowest = Math.min(lowest, own);
            highest = Math.max(highest, own);
        }
        if ((long) highest - lowest < NEIGHBOURS) {
            long[] tally = new long[keys.length == 0 ? 0 : highest - lowest + 1];
            for (int cell = 0; cell < keys.length; cell++) {
                tally[values[cell] - lowest] += counts[cell]; // no more than n, which is a long
            }
            return Counts.ofNeighbours(lowest, tally);
        }
        TreeMap<Integer, Long> tally = new TreeMap<>();
        for (int cell = 0; cell < keys.length; cell++) {
            tally.merge(values[cell], counts[cell], Long::sum);
        }
        return Counts.of(tally);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairTable that
                && unitsPerPoint == that.unitsPerPoint
                && Arrays.equals(keys, that.keys)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(keys) + Arrays.hashCode(counts)) + unitsPerPoint;
    }

    @Override
    public String toString() {
        return cells() + " in 1/" + unitsPerPoint + " points";
    }

    /** Collects pairs; not safe for use by several threads. */
    public static final class Builder {
        private final int unitsPerPoint;
        private final PairTally tally = new PairTally();

        private Builder(int unitsPerPoint) {
            if (unitsPerPoint < 1) {
                throw new IllegalArgumentException("units per scale point below 1: " + unitsPerPoint);
            }
            this.unitsPerPoint = unitsPerPoint;
        }

        /** Counts one person's pair of integer item sums. */
        public Builder add(int before, int now) {
            return add(before, now, 1);
        }

        /**
         * Counts a pair several times; a negative count takes pairs away.
         *
         * @param before integer item sum before
         * @param now integer item sum now
         * @param count how many more people, below 0 for fewer
         * @return this builder
         */
        public Builder add(int before, int now, long count) {
            tally.add(PairTally.key(before, now), count);
            return this;
        }

        /** Adds all pairs of a table in the same units. */
        public Builder add(PairTable table) {
            sameUnits(table).each(this::add);
            return this;
        }

        /** Takes away all pairs of a table in the same units. */
        public Builder remove(PairTable table) {
            sameUnits(table).each((before, now, count) -> add(before, now, -count));
            return this;
        }

        private PairTable sameUnits(PairTable table) {
            if (table.unitsPerPoint != unitsPerPoint) {
                throw new IllegalArgumentException("tables in different units cannot be pooled: 1/" + unitsPerPoint
                        + " and 1/" + table.unitsPerPoint + " points");
            }
            return table;
        }

        /**
         * {@return the immutable table}
         *
         * @throws IllegalArgumentException if more pairs were taken away than were there
         */
        public PairTable build() {
            return tally.table(unitsPerPoint);
        }
    }
}
