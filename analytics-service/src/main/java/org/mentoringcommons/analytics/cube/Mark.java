package org.mentoringcommons.analytics.cube;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an institution's people contributed to a measure of a group: enough to tell whether it is the same, and by how many
 * people at least it is not. Institutions are told apart by a hash of their name.
 *
 * @param n how many people
 * @param sum of the hashes of what they contributed, see {@link Elements}
 */
record Mark(long n, long sum) {

    static final Mark NOTHING = new Mark(0, 0);

    Mark with(Mark other) {
        return new Mark(n + other.n, sum ^ other.sum);
    }

    Mark less(Mark part) {
        return new Mark(n - part.n, sum ^ part.sum);
    }

    /** At least how many people came, went or changed; one whose answer was corrected and another count as one. */
    long peopleBetween(Mark other) {
        return equals(other) ? 0 : Math.max(1, Math.abs(n - other.n));
    }

    /** What is left of a whole by institution without a part. */
    static SortedMap<Long, Mark> less(SortedMap<Long, Mark> whole, SortedMap<Long, Mark> part) {
        SortedMap<Long, Mark> rest = new TreeMap<>(whole);
        part.forEach((institution, mark) -> {
            Mark left = rest.getOrDefault(institution, NOTHING).less(mark);
            if (left.equals(NOTHING)) {
                rest.remove(institution);
            } else {
                rest.put(institution, left);
            }
        });
        return rest;
    }

    /** Of each institution of which anybody did, at least how many people came or went. */
    static Map<Long, Long> moved(SortedMap<Long, Mark> one, SortedMap<Long, Mark> other) {
        SortedMap<Long, Mark> every = new TreeMap<>(one);
        every.putAll(other);
        Map<Long, Long> moved = new TreeMap<>();
        for (Long institution : every.keySet()) {
            long more = one.getOrDefault(institution, NOTHING).n()
                    - other.getOrDefault(institution, NOTHING).n();
            if (more != 0) {
                moved.put(institution, Math.abs(more));
            }
        }
        return moved;
    }

    /** At least how many people came, went or changed. */
    static long between(SortedMap<Long, Mark> one, SortedMap<Long, Mark> other) {
        SortedMap<Long, Mark> every = new TreeMap<>(one);
        every.putAll(other);
        return every.keySet().stream()
                .mapToLong(institution ->
                        one.getOrDefault(institution, NOTHING).peopleBetween(other.getOrDefault(institution, NOTHING)))
                .sum();
    }

    /** At least how many people came, went or changed who are not of the institution of most of them. */
    static long outside(SortedMap<Long, Mark> one, SortedMap<Long, Mark> other) {
        return between(one, other, Set.of(), true);
    }

    /**
     * The same of people who are not of some institutions.
     *
     * @param most whether those of the institution of most of them are left out, too
     */
    static long between(
            SortedMap<Long, Mark> one, SortedMap<Long, Mark> other, Set<Long> besides, boolean outsideMost) {
        long all = 0;
        long most = 0;
        SortedMap<Long, Mark> every = new TreeMap<>(one);
        every.putAll(other);
        for (Long institution : every.keySet()) {
            if (!besides.contains(institution)) {
                long people =
                        one.getOrDefault(institution, NOTHING).peopleBetween(other.getOrDefault(institution, NOTHING));
                all += people;
                most = Math.max(most, people);
            }
        }
        return outsideMost ? all - most : all;
    }

    /** How many people there are who are not of some institutions. */
    static long people(SortedMap<Long, Mark> marks, Set<Long> besides) {
        return marks.entrySet().stream()
                .filter(mark -> !besides.contains(mark.getKey()))
                .mapToLong(mark -> mark.getValue().n)
                .sum();
    }

    /** How many they are, and nothing of what they contributed. */
    static SortedMap<Long, Mark> counts(SortedMap<Long, Mark> marks) {
        SortedMap<Long, Mark> counts = new TreeMap<>(marks);
        counts.replaceAll((institution, mark) -> new Mark(mark.n, 0));
        return counts;
    }
}
