package org.mentoringcommons.analytics.statistics;

import java.util.TreeMap;

/** Values with long multiplicities in ascending order: the k-th smallest of trillions without listing them. */
final class OrderedCounts {
    private final long[] values;
    private final long[] upTo;

    private OrderedCounts(TreeMap<Long, Long> tally) {
        values = tally.keySet().stream().mapToLong(Long::longValue).toArray();
        upTo = new long[values.length];
        long sum = 0;
        int i = 0;
        for (long count : tally.values()) {
            sum = Math.addExact(sum, count);
            upTo[i++] = sum;
        }
    }

    /** Sums of all unordered pairs of observations, each with itself included: twice the Walsh averages. */
    static OrderedCounts pairSums(Counts counts) {
        TreeMap<Long, Long> tally = new TreeMap<>();
        for (int i = 0; i < counts.distinct(); i++) {
            long same = counts.count(i);
            long own =
                    same % 2 == 0 ? Math.multiplyExact(same / 2, same + 1) : Math.multiplyExact(same, (same + 1) / 2);
            tally.merge(2L * counts.value(i), own, Math::addExact);
            for (int j = i + 1; j < counts.distinct(); j++) {
                long pairs = Math.multiplyExact(counts.count(i), counts.count(j));
                tally.merge((long) counts.value(i) + counts.value(j), pairs, Math::addExact);
            }
        }
        return new OrderedCounts(tally);
    }

    /** Differences of every observation of one group minus every observation of the other. */
    static OrderedCounts differences(Counts one, Counts other) {
        TreeMap<Long, Long> tally = new TreeMap<>();
        for (int i = 0; i < one.distinct(); i++) {
            for (int j = 0; j < other.distinct(); j++) {
                long pairs = Math.multiplyExact(one.count(i), other.count(j));
                tally.merge((long) one.value(i) - other.value(j), pairs, Math::addExact);
            }
        }
        return new OrderedCounts(tally);
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
