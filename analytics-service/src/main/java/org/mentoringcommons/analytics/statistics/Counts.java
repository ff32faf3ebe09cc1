package org.mentoringcommons.analytics.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * How often each integer value occurred: a sparse, immutable, mergeable and exactly subtractable sufficient statistic of
 * one variable. Values are integer units (an item's answer, an item sum, a difference of sums), counts are longs, so ten
 * million answers weigh as much as ten.
 */
public final class Counts {
    private static final Counts NONE = new Counts(new int[0], new long[0]);

    private final int[] values;
    private final long[] counts;
    private final long n;

    private Counts(int[] values, long[] counts) {
        this.values = values;
        this.counts = counts;
        this.n = Arrays.stream(counts).reduce(0, Math::addExact);
    }

    /** {@return the counts of nothing} */
    public static Counts none() {
        return NONE;
    }

    /**
     * Counts single values.
     *
     * @param values observed values in any order
     * @return their counts
     */
    public static Counts ofValues(int... values) {
        int[] ascending = values.clone();
        Arrays.sort(ascending); // no map: a study has a million workshops of seven people
        int[] distinct = new int[ascending.length];
        long[] tally = new long[ascending.length];
        int last = -1;
        for (int value : ascending) {
            if (last < 0 || distinct[last] != value) {
                distinct[++last] = value;
            }
            tally[last]++;
        }
        return new Counts(Arrays.copyOf(distinct, last + 1), Arrays.copyOf(tally, last + 1));
    }

    /**
     * Takes finished counts.
     *
     * @param tally value to number of occurrences; zeros are ignored
     * @return the counts
     * @throws IllegalArgumentException if a count is negative
     */
    public static Counts of(Map<Integer, Long> tally) {
        return from(new TreeMap<>(tally));
    }

    /**
     * Takes finished counts of neighbouring values.
     *
     * @param lowest the value of the first count
     * @param tally counts from there on, one value after the other, none negative
     */
    static Counts ofNeighbours(int lowest, long[] tally) {
        int[] places = IntStream.range(0, tally.length)
                .filter(place -> tally[place] != 0)
                .toArray();
        return new Counts(
                Arrays.stream(places).map(place -> lowest + place).toArray(),
                Arrays.stream(places).mapToLong(place -> tally[place]).toArray());
    }

    private static Counts from(TreeMap<Integer, Long> tally) {
        tally.values().removeIf(count -> count == 0);
        if (tally.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("negative count: more was taken away than was there");
        }
        return new Counts(
                tally.keySet().stream().mapToInt(Integer::intValue).toArray(),
                tally.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** {@return the number of observations} */
    public long n() {
        return n;
    }

    /** {@return whether nothing was counted} */
    public boolean isEmpty() {
        return n == 0;
    }

    /** {@return the number of distinct values} */
    public int distinct() {
        return values.length;
    }

    /**
     * {@return the distinct value at a position, values ascending}
     *
     * @param position 0 up to {@link #distinct()} - 1
     */
    public int value(int position) {
        return values[position];
    }

    /**
     * {@return how often the value at a position occurred, always above 0}
     *
     * @param position 0 up to {@link #distinct()} - 1
     */
    public long count(int position) {
        return counts[position];
    }

    /** {@return how often a value occurred, 0 if never} */
    public long countOf(int value) {
        int position = Arrays.binarySearch(values, value);
        return position < 0 ? 0 : counts[position];
    }

    /** {@return these observations together with others} */
    public Counts plus(Counts others) {
        return combine(others, 1);
    }

    /**
     * {@return these observations without others, exactly as if they had never been counted}
     *
     * @throws IllegalArgumentException if an observation to remove is not there
     */
    public Counts minus(Counts others) {
        return combine(others, -1);
    }

    /** {@return the counts of transformed values, values that become equal counted together} */
    public Counts map(IntUnaryOperator transformation) {
        TreeMap<Integer, Long> tally = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            tally.merge(transformation.applyAsInt(values[i]), counts[i], Math::addExact);
        }
        return from(tally);
    }

    private Counts combine(Counts others, int sign) {
        TreeMap<Integer, Long> tally = toMap();
        for (int i = 0; i < others.values.length; i++) {
            tally.merge(others.values[i], sign * others.counts[i], Math::addExact);
        }
        return from(tally);
    }

    /** {@return a copy as a sorted map, for storage} */
    public TreeMap<Integer, Long> toMap() {
        TreeMap<Integer, Long> tally = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            tally.put(values[i], counts[i]);
        }
        return tally;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts that && Arrays.equals(values, that.values) && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
