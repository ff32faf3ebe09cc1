package org.mentoringcommons.analytics.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each order of one person's answers over several waves occurred, ties included (13 patterns for three waves):
 * mergeable and subtractable. Immutable.
 */
public final class RankPatterns {
    private final int waves;
    private final TreeMap<String, Long> counts;

    private RankPatterns(int waves, TreeMap<String, Long> counts) {
        this.waves = waves;
        this.counts = counts;
    }

    /**
     * Starts counting.
     *
     * @param waves number of waves, at least 2, at most 16
     * @return an empty builder
     */
    public static Builder builder(int waves) {
        return new Builder(waves);
    }

    /** {@return the number of waves} */
    public int waves() {
        return waves;
    }

    /** {@return the number of people} */
    public long n() {
        return counts.values().stream().reduce(0L, Math::addExact);
    }

    /** {@return the people of both} */
    public RankPatterns plus(RankPatterns other) {
        return combine(other, 1);
    }

    /**
     * {@return the people of this without those of another}
     *
     * @throws IllegalArgumentException if somebody to remove is not there or the waves differ in number
     */
    public RankPatterns minus(RankPatterns other) {
        return combine(other, -1);
    }

    private RankPatterns combine(RankPatterns other, int sign) {
        if (other.waves != waves) {
            throw new IllegalArgumentException("patterns of " + waves + " and " + other.waves + " waves");
        }
        TreeMap<String, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((pattern, count) -> sum.merge(pattern, sign * count, Math::addExact));
        sum.values().removeIf(count -> count == 0);
        if (sum.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("more people taken away than were there");
        }
        return new RankPatterns(waves, sum);
    }

    /** Doubled mid-ranks of each pattern with the number of people who showed it. */
    Map<List<Integer>, Long> byDoubledRanks() {
        Map<List<Integer>, Long> ranks = new java.util.LinkedHashMap<>();
        counts.forEach((pattern, count) -> {
            List<Integer> doubled = new ArrayList<>();
            pattern.chars().forEach(code -> doubled.add(code - 'A'));
            ranks.put(Collections.unmodifiableList(doubled), count);
        });
        return ranks;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RankPatterns that && waves == that.waves && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * counts.hashCode() + waves;
    }

    /** Counts people; not safe for use by several threads. */
    public static final class Builder {
        private final int waves;
        private final TreeMap<String, Long> counts = new TreeMap<>();

        private Builder(int waves) {
            if (waves < 2 || waves > 16) {
                throw new IllegalArgumentException("waves outside 2 to 16: " + waves);
            }
            this.waves = waves;
        }

        /**
         * Counts one person who answered every wave.
         *
         * @param answers integer scores, one a wave
         * @return this builder
         */
        public Builder add(int... answers) {
            if (answers.length != waves) {
                throw new IllegalArgumentException(answers.length + " answers for " + waves + " waves");
            }
            StringBuilder pattern = new StringBuilder();
            for (int answer : answers) {
                int below = 0;
                int equal = 0;
                for (int other : answers) {
                    below += other < answer ? 1 : 0;
                    equal += other == answer ? 1 : 0;
                }
                pattern.append((char) ('A' + 2 * below + equal + 1));
            }
            counts.merge(pattern.toString(), 1L, Math::addExact);
            return this;
        }

        /** {@return the immutable counts} */
        public RankPatterns build() {
            return new RankPatterns(waves, new TreeMap<>(counts));
        }
    }
}
