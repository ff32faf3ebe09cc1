package org.mentoringcommons.analytics.cube;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts people of the institutions that a release may name, or has named, by institution. */
final class SiteCounts {

    private final Map<Integer, String> named;
    private final SortedSet<String> agreed;
    private final Map<Integer, Map<String, Map<CellKey, Tally.Builder>>> byMeasure = new HashMap<>();

    /**
     * @param named aliases of those that are counted, by their number
     * @param agreed those of them that agree to be named
     */
    SiteCounts(Map<Integer, String> named, SortedSet<String> agreed) {
        this.named = Map.copyOf(named);
        this.agreed = new TreeSet<>(agreed);
    }

    static SiteCounts ofNobody() {
        return new SiteCounts(Map.of(), new TreeSet<>());
    }

    /** The institutions of a study that are named, of those that are counted. */
    static SiteCounts of(Named institutions, Where where) {
        Map<Integer, String> named = new HashMap<>();
        SortedSet<String> agreed = new TreeSet<>();
        where.numbers().forEach((institution, number) -> {
            String alias = where.alias(institution);
            if (institutions.agreed().contains(institution)) {
                agreed.add(alias);
            }
            if (agreed.contains(alias) || institutions.before().contains(institution)) {
                named.put(number, alias);
            }
        });
        return new SiteCounts(named, agreed);
    }

    SortedSet<String> agreed() {
        return agreed;
    }

    /** Adds an institution's people of a stratum or, told once more, of a stage. */
    void add(int institution, CellKey part, boolean stratum, int sums, Tally.Builder[] people) {
        String alias = named.get(institution);
        for (int measure = 0; alias != null && measure < people.length; measure++) {
            if (people[measure] != null) {
                Map<CellKey, Tally.Builder> parts = byMeasure
                        .computeIfAbsent(measure, none -> new HashMap<>())
                        .computeIfAbsent(alias, none -> new HashMap<>());
                parts.computeIfAbsent(part, none -> new Tally.Builder(0)).add(people[measure]);
                if (stratum) {
                    parts.computeIfAbsent(CellKey.NATION, none -> new Tally.Builder(sums))
                            .add(people[measure]);
                }
            }
        }
    }

    SortedMap<String, SortedMap<CellKey, Tally>> of(int measure) {
        SortedMap<String, SortedMap<CellKey, Tally>> bySite = new TreeMap<>();
        byMeasure
                .getOrDefault(measure, Map.of())
                .forEach((alias, parts) -> bySite.put(alias, CubeBuilder.built(parts)));
        return bySite;
    }
}
