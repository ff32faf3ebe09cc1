package org.mentoringcommons.analytics.cube;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoringcommons.analytics.disclosure.Crowd;

/**
 * The people of a group who contributed to a measure.
 *
 * @param n how many
 * @param counts how many of them contributed each value
 * @param institutions how many of them each institution has of each {@link #sort}, see {@link #of}
 * @param sketch of what they contributed
 * @param marks of what each institution's contributed; of a stratum, of which nothing is published, none
 * @param keys by sort, the sum of its people's keys: of what their noise is made, see {@link CellNoise}; none without noise
 */
record Tally(
        long n,
        SortedMap<Long, Long> counts,
        SortedMap<Long, Long> institutions,
        Sketch sketch,
        SortedMap<Long, Mark> marks,
        SortedMap<Integer, Long> keys) {

    long count(long value) {
        return counts.getOrDefault(value, 0L);
    }

    private static final int SORTS = 8;

    /** Where an institution's people of one sort are counted. */
    static long of(int institution, int sort) {
        return (long) institution << SORTS | sort;
    }

    /** {@return the sort of people counted at a place: what they answered, or whether they gained} */
    static int sort(long place) {
        return (int) place & (1 << SORTS) - 1;
    }

    /** {@return how many people each institution has} */
    Map<Long, Long> byInstitution() {
        Map<Long, Long> people = new HashMap<>();
        institutions.forEach((place, count) -> people.merge(place >> SORTS, count, Long::sum));
        return people;
    }

    /** {@return the people of a sort by institution} */
    Crowd.Counted ofSort(int sort) {
        Map<Long, Long> byInstitution = new HashMap<>();
        long all = 0;
        for (Map.Entry<Long, Long> place : institutions.entrySet()) {
            if (sort(place.getKey()) == sort) {
                byInstitution.put(place.getKey() >> SORTS, place.getValue());
                all += place.getValue();
            }
        }
        return new Crowd.Counted(all, byInstitution);
    }

    /** Those who are not in a group that is part of this one. */
    Tally minus(Tally part) {
        return new Tally(
                n - part.n,
                minus(counts, part.counts),
                minus(institutions, part.institutions),
                sketch.plus(part.sketch),
                Mark.less(marks, part.marks),
                less(keys, part.keys));
    }

    private static SortedMap<Integer, Long> less(SortedMap<Integer, Long> whole, SortedMap<Integer, Long> part) {
        SortedMap<Integer, Long> rest = new TreeMap<>(whole);
        part.forEach((sort, key) -> rest.merge(sort, -key, Long::sum));
        return rest;
    }

    private static <K extends Comparable<K>> SortedMap<K, Long> minus(
            SortedMap<K, Long> whole, SortedMap<K, Long> part) {
        SortedMap<K, Long> rest = new TreeMap<>(whole);
        part.forEach((key, count) -> rest.compute(
                key, (same, all) -> all == null || all.equals(count) ? null : Math.subtractExact(all, count)));
        return rest;
    }

    /** Collects people; not safe for use by several threads. */
    static final class Builder {

        private final Map<Long, long[]> counts = new HashMap<>();
        private final Map<Long, long[]> institutions = new HashMap<>();
        private final Map<Long, Mark> marks = new HashMap<>();
        private final SortedMap<Integer, Long> keys = new TreeMap<>();
        private final long[] sums;
        private long n;

        Builder(int sums) {
            this.sums = new long[sums];
        }

        /**
         * One person.
         *
         * @param place of the institution and the sort
         * @param institution a hash of its name
         * @param element what stands for the contribution, and for no other; its powers
         */
        void add(long value, long place, long institution, long[] element) {
            n++;
            counts.computeIfAbsent(value, none -> new long[1])[0]++;
            institutions.computeIfAbsent(place, none -> new long[1])[0]++;
            xor(element);
            mark(institution, new Mark(1, element[0]));
        }

        /** The key of somebody of a sort. */
        void key(int sort, long key) {
            keys.merge(sort, key, Long::sum);
        }

        private void mark(long institution, Mark mark) {
            if (sums.length > 0) {
                marks.merge(institution, mark, Mark::with);
            }
        }

        void add(Tally some) {
            n = Math.addExact(n, some.n);
            some.counts.forEach((value, count) -> counts.computeIfAbsent(value, none -> new long[1])[0] += count);
            some.institutions.forEach(
                    (place, count) -> institutions.computeIfAbsent(place, none -> new long[1])[0] += count);
            xor(some.sketch.sums());
            some.marks.forEach(this::mark);
            some.keys.forEach(this::key);
        }

        void add(Builder some) {
            n = Math.addExact(n, some.n);
            some.counts.forEach((value, count) -> counts.computeIfAbsent(value, none -> new long[1])[0] += count[0]);
            some.institutions.forEach(
                    (place, count) -> institutions.computeIfAbsent(place, none -> new long[1])[0] += count[0]);
            xor(some.sums);
            some.marks.forEach(this::mark);
            some.keys.forEach(this::key);
        }

        private void xor(long[] other) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] ^= other[i];
            }
        }

        Tally build() {
            SortedMap<Long, Long> values = new TreeMap<>();
            counts.forEach((value, count) -> values.put(value, count[0]));
            SortedMap<Long, Long> places = new TreeMap<>();
            institutions.forEach((place, count) -> places.put(place, count[0]));
            return new Tally(n, values, places, Sketch.of(sums), new TreeMap<>(marks), new TreeMap<>(keys));
        }
    }
}
