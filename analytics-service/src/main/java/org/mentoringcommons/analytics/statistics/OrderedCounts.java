package org.mentoringcommons.analytics.statistics;

import java.util.TreeMap;
import java.util.stream.LongStream;

/** Values with long multiplicities in ascending order: the k-th smallest of trillions without listing them. */
final class OrderedCounts {
    private final long[] values;
    private final long[] upTo;

    private OrderedCounts(Tally tally) {
        values = tally.values();
        upTo = new long[values.length];
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum = Math.addExact(sum, tally.count(values[i]));
            upTo[i] = sum;
        }
    }

    /** What is counted, side by side in an array where the values are close, as nearly all are; else in a map. */
    private static final class Tally {
        private static final long NEIGHBOURS = 1 << 20;

        private final long lowest;
        private final long[] dense;
        private final TreeMap<Long, Long> sparse = new TreeMap<>();

        Tally(long lowest, long highest) {
            this.lowest = lowest;
            this.dense = highest - lowest < NEIGHBOURS ? new long[(int) (highest - lowest + 1)] : null;
        }

        void add(long value, long count) {
            if (dense == null) {
                sparse.merge(value, count, Math::addExact);
            } else {
                int place = (int) (value - lowest);
                dense[place] = Math.addExact(dense[place], count);
            }
        }

        long[] values() {
            return dense == null
                    ? sparse.keySet().stream().mapToLong(Long::longValue).toArray()
                    : LongStream.range(0, dense.length)
                            .filter(place -> dense[(int) place] != 0)
                            .map(place -> lowest + place)
                            .toArray();
        }

        long count(long value) {
            return dense == null ? sparse.get(value) : dense[(int) (value - lowest)];
        }
    }

    /** Sums of all unordered pairs of observations, each with itself included: twice the Walsh averages. */
    static OrderedCounts pairSums(Counts counts) {
        Tally tally = counts.isEmpty() ? new Tally(0, 0) : new Tally(2L * lowest(counts), 2L * highest(counts));
        for (int i = 0; i < counts.distinct(); i++) {
            long same = counts.count(i);
            long own =
                    same % 2 == 0 ? Math.multiplyExact(same / 2, same + 1) : Math.multiplyExact(same, (same + 1) / 2);
            tally.add(2L * counts.value(i), own);
            for (int j = i + 1; j < counts.distinct(); j++) {
                long pairs = Math.multiplyExact(counts.count(i), counts.count(j));
                tally.add((long) counts.value(i) + counts.value(j), pairs);
            }
        }
        return new OrderedCounts(tally);
    }

    /** Differences of every observation of one group minus every observation of the other. */
    static OrderedCounts differences(Counts one, Counts other) {
        Tally tally = one.isEmpty() || other.isEmpty()
                ? new Tally(0, 0)
                : new Tally((long) lowest(one) - highest(other), (long) highest(one) - lowest(other));
        for (int i = 0; i < one.distinct(); i++) {
            for (int j = 0; j < other.distinct(); j++) {
                long pairs = Math.multiplyExact(one.count(i), other.count(j));
                tally.add((long) one.value(i) - other.value(j), pairs);
            }
        }
        return new OrderedCounts(tally);
    }

    private static int lowest(Counts counts) {
        return counts.value(0);
    }

    private static int highest(Counts counts) {
        return counts.value(counts.distinct() - 1);
    }

    long size() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    /** The k-th smallest, k from 1. */
    long at(long k) {
        int position = java.util.Arrays.binarySearch(upTo, k);
        return values[position >= 0 ? position : -position - 1];
    }

    /** Median in the unit of the values. */
    double median() {
        long size = size();
        return (at((size + 1) / 2) + at(size / 2 + 1)) / 2.0;
    }
}
