package org.mentoringcommons.analytics.cube;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One measure of every group.
 *
 * @param form how values are read
 * @param categories of shares: what the values 0, 1, … mean; of scores none
 * @param unitsPerPoint of scores: integer units in one scale point; of shares 1
 * @param range of scores: no score is further from another; of shares 0
 * @param byGroup who contributed, by group; a group that is not there has nobody
 * @param byStratum the same by all categories of a workshop together, without sketches; nothing is published of these
 * @param bySite of scores, the same of each institution that a release may name or has named, by its alias: everybody as the
 *     {@link CellKey#NATION}, then by stratum and by stage, those without sketches
 */
record Measured(
        Form form,
        List<String> categories,
        int unitsPerPoint,
        int range,
        SortedMap<CellKey, Tally> byGroup,
        SortedMap<CellKey, Tally> byStratum,
        SortedMap<String, SortedMap<CellKey, Tally>> bySite) {

    /** What a value is. */
    enum Form {
        /** 1 for whom it holds, 0 for whom not. */
        SHARE,
        /** One of several categories. */
        ONE_OF,
        /** Scores before and now, see {@link #pair}. */
        SCORES;

        /** {@return of which sort somebody is who contributed a value: the answer, or 0 for worse, 1 for as before, 2 for better} */
        int sort(long value) {
            return this == SCORES ? 1 + Integer.signum(now(value) - before(value)) : (int) value;
        }
    }

    /** The same people but those of some sites; for judging only, because sketches and marks are not told apart. */
    Measured without(Set<String> sites) {
        Map<CellKey, Tally.Builder> theirs = new TreeMap<>();
        sites.forEach(site -> bySite.getOrDefault(site, new TreeMap<>()).forEach((part, some) -> {
            if (!part.equals(CellKey.NATION)) {
                theirs.computeIfAbsent(part, none -> new Tally.Builder(0)).add(some);
            }
        }));
        SortedMap<CellKey, Tally> strata = new TreeMap<>(byStratum);
        theirs.forEach((part, some) -> strata.computeIfPresent(part, (same, all) -> all.minus(some.build())));
        SortedMap<CellKey, Tally> groups = new TreeMap<>(byGroup);
        groups.replaceAll((group, all) -> {
            Tally.Builder within = new Tally.Builder(0);
            theirs.forEach((part, some) -> {
                if (part.isPartOf(group)) {
                    within.add(some);
                }
            });
            return all.minus(within.build());
        });
        return new Measured(form, categories, unitsPerPoint, range, groups, strata, new TreeMap<>());
    }

    /** Two scores in one value, before in the upper half. */
    static long pair(int before, int now) {
        return (long) before << Integer.SIZE | now;
    }

    static int before(long pair) {
        return (int) (pair >> Integer.SIZE);
    }

    static int now(long pair) {
        return (int) pair;
    }
}
