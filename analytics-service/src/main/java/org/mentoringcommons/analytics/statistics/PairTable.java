package org.mentoringcommons.analytics.statistics;

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
    private final TreeMap<Pair, Long> cells;
    private final long n;
    // immutable and always the same: it does not matter which of two threads made them
    private Counts before;
    private Counts now;
    private Counts differences;

    private PairTable(int unitsPerPoint, TreeMap<Pair, Long> cells) {
        this.unitsPerPoint = unitsPerPoint;
        this.cells = cells;
        this.n = cells.values().stream().reduce(0L, Math::addExact);
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

    /** {@return the non-zero cells, ordered by before, then now; read-only} */
    public Map<Pair, Long> cells() {
        return java.util.Collections.unmodifiableMap(cells);
    }

    /** {@return how many people answered this pair, 0 if none} */
    public long count(int before, int now) {
        return cells.getOrDefault(new Pair(before, now), 0L);
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
        cells.forEach((pair, count) -> swapped.add(pair.now(), pair.before(), count));
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
        Builder builder = builder(unitsPerPoint);
        builder.cells.putAll(cells);
        return builder;
    }

    private Counts margin(java.util.function.IntBinaryOperator value) {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (Pair pair : cells.keySet()) {
            int own = value.applyAsInt(pair.before(), pair.now());
            lowest = Math.min(lowest, own);
            highest = Math.max(highest, own);
        }
        if ((long) highest - lowest < NEIGHBOURS) {
            int first = lowest;
            long[] tally = new long[cells.isEmpty() ? 0 : highest - lowest + 1];
            cells.forEach((pair, count) -> {
                int place = value.applyAsInt(pair.before(), pair.now()) - first;
                tally[place] = Math.addExact(tally[place], count);
            });
            return Counts.ofNeighbours(first, tally);
        }
        TreeMap<Integer, Long> tally = new TreeMap<>();
        cells.forEach((pair, count) -> tally.merge(value.applyAsInt(pair.before(), pair.now()), count, Math::addExact));
        return Counts.of(tally);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairTable that && unitsPerPoint == that.unitsPerPoint && cells.equals(that.cells);
    }

    @Override
    public int hashCode() {
        return 31 * cells.hashCode() + unitsPerPoint;
    }

    @Override
    public String toString() {
        return cells + " in 1/" + unitsPerPoint + " points";
    }

    /** Collects pairs; not safe for use by several threads. */
    public static final class Builder {
        private final int unitsPerPoint;
        private final TreeMap<Pair, Long> cells = new TreeMap<>();

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
            cells.merge(new Pair(before, now), count, Math::addExact);
            return this;
        }

        /** Adds all pairs of a table in the same units. */
        public Builder add(PairTable table) {
            sameUnits(table).cells.forEach((pair, count) -> add(pair.before(), pair.now(), count));
            return this;
        }

        /** Takes away all pairs of a table in the same units. */
        public Builder remove(PairTable table) {
            sameUnits(table).cells.forEach((pair, count) -> add(pair.before(), pair.now(), -count));
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
            TreeMap<Pair, Long> counted = new TreeMap<>(cells);
            counted.values().removeIf(count -> count == 0);
            counted.forEach((pair, count) -> {
                if (count < 0) {
                    throw new IllegalArgumentException("more pairs taken away than were there: " + pair);
                }
            });
            return new PairTable(unitsPerPoint, counted);
        }
    }
}
