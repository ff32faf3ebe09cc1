package org.mentoringcommons.analytics.statistics;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * The differences now - before of people who share workshops, workshop by workshop: two bytes a person, so that ten million
 * fit where their counts by workshop would not. Build one with {@link #builder()}.
 */
public final class ClusterDifferences {
    private final short[] differences;
    private final int[] ends;

    private ClusterDifferences(short[] differences, int[] ends) {
        this.differences = differences;
        this.ends = ends;
    }

    /** {@return an empty builder, in its first workshop} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Takes differences laid out workshop by workshop.
     *
     * @param differences of everybody, in integer units; not copied, so not to be changed any more
     * @param ends for each workshop, how many people it and those before it have; workshops without people are left out
     * @return the differences
     * @throws IllegalArgumentException if the ends fall, or do not end with the last person
     */
    public static ClusterDifferences of(short[] differences, int[] ends) {
        int[] filled = new int[ends.length];
        int clusters = 0;
        int last = 0;
        for (int end : ends) {
            if (end < last) {
                throw new IllegalArgumentException("a workshop of fewer than no people");
            }
            if (end > last) {
                filled[clusters++] = end;
            }
            last = end;
        }
        if (last != differences.length) {
            throw new IllegalArgumentException("people of no workshop");
        }
        return new ClusterDifferences(differences, Arrays.copyOf(filled, clusters));
    }

    /** {@return the number of people} */
    public int n() {
        return differences.length;
    }

    /** {@return the number of workshops with people} */
    public int clusters() {
        return ends.length;
    }

    /** {@return how often each difference occurs, whatever the workshop} */
    public Counts all() {
        long[] tally = new long[1 << Short.SIZE];
        for (short difference : differences) {
            tally[difference - Short.MIN_VALUE]++;
        }
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int i = 0; i < tally.length; i++) {
            if (tally[i] > 0) {
                counts.put(i + Short.MIN_VALUE, tally[i]);
            }
        }
        return Counts.of(counts);
    }

    /** {@return the number of people up to and with a workshop, counted from 0} */
    public int end(int cluster) {
        return ends[cluster];
    }

    /** {@return the difference of a person, counted from 0, workshop by workshop} */
    public int difference(int person) {
        return differences[person];
    }

    /** Collects people; not safe for use by several threads. */
    public static final class Builder {
        private short[] differences = new short[1 << 10];
        private int[] ends = new int[1 << 7];
        private int people;
        private int clusters;

        private Builder() {}

        /**
         * Adds a person of the workshop under way.
         *
         * @param difference now - before in integer units
         * @return this builder
         * @throws IllegalArgumentException beyond 32,767 units either way
         */
        public Builder add(int difference) {
            if (difference != (short) difference) {
                throw new IllegalArgumentException("a difference of more units than any scale has: " + difference);
            }
            if (people == differences.length) {
                differences = Arrays.copyOf(differences, Math.addExact(people, people >> 1));
            }
            differences[people++] = (short) difference;
            return this;
        }

        /** Ends the workshop under way, if it has people, and begins the next. */
        public Builder nextCluster() {
            if (people > (clusters == 0 ? 0 : ends[clusters - 1])) {
                if (clusters == ends.length) {
                    ends = Arrays.copyOf(ends, clusters + (clusters >> 1));
                }
                ends[clusters++] = people;
            }
            return this;
        }

        /** {@return what was added so far} */
        public ClusterDifferences build() {
            nextCluster();
            return new ClusterDifferences(Arrays.copyOf(differences, people), Arrays.copyOf(ends, clusters));
        }
    }
}
