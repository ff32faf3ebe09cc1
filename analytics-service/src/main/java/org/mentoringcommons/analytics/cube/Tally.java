package org.mentoringcommons.analytics.cube;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The people of a group who contributed to a measure.
 *
 * @param n how many
 * @param counts how many of them contributed each value
 * @param institutions how many of them are of each institution, by its place among the cube's
 * @param sketch of what they contributed
 */
record Tally(long n, SortedMap<Long, Long> counts, SortedMap<Integer, Long> institutions, Sketch sketch) {

    long count(long value) {
        return counts.getOrDefault(value, 0L);
    }

    long largestInstitution() {
        return institutions.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The same people together with those of another group that has none of them. */
    Tally plus(Tally other) {
        Builder sum = new Builder(sketch.sums().length);
        sum.add(this);
        sum.add(other);
        return sum.build();
    }

    /** Those who are not in a group that is part of this one. */
    Tally minus(Tally part) {
        return new Tally(
                n - part.n,
                minus(counts, part.counts),
                minus(institutions, part.institutions),
                sketch.plus(part.sketch));
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
        private final Map<Integer, long[]> institutions = new HashMap<>();
        private final long[] sums;
        private long n;

        Builder(int sums) {
            this.sums = new long[sums];
        }

        /** One person; what is told about nobody else is the element. */
        void add(long value, int institution, long[] element) {
            n++;
            counts.computeIfAbsent(value, none -> new long[1])[0]++;
            institutions.computeIfAbsent(institution, none -> new long[1])[0]++;
            xor(element);
        }

        void add(Tally some) {
            n = Math.addExact(n, some.n);
            some.counts.forEach((value, count) -> counts.computeIfAbsent(value, none -> new long[1])[0] += count);
            some.institutions.forEach(
                    (place, count) -> institutions.computeIfAbsent(place, none -> new long[1])[0] += count);
            xor(some.sketch.sums());
        }

        void add(Builder some) {
            n = Math.addExact(n, some.n);
            some.counts.forEach((value, count) -> counts.computeIfAbsent(value, none -> new long[1])[0] += count[0]);
            some.institutions.forEach(
                    (place, count) -> institutions.computeIfAbsent(place, none -> new long[1])[0] += count[0]);
            xor(some.sums);
        }

        private void xor(long[] other) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] ^= other[i];
            }
        }

        Tally build() {
            SortedMap<Long, Long> values = new TreeMap<>();
            counts.forEach((value, count) -> values.put(value, count[0]));
            SortedMap<Integer, Long> places = new TreeMap<>();
            institutions.forEach((place, count) -> places.put(place, count[0]));
            return new Tally(n, values, places, Sketch.of(sums));
        }
    }
}
