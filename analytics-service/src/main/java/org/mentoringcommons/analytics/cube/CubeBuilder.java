package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Counts people into the groups of a cube: by hub and kind with their margins, by mode and hours with theirs, by curriculum,
 * by period, and by stage what people tell of themselves. Not safe for use by several threads.
 */
final class CubeBuilder {

    private static final List<List<Dimension>> TABLES = List.of(
            List.of(),
            List.of(Dimension.HUB),
            List.of(Dimension.KIND),
            List.of(Dimension.HUB, Dimension.KIND),
            List.of(Dimension.MODE),
            List.of(Dimension.HOURS),
            List.of(Dimension.MODE, Dimension.HOURS),
            List.of(Dimension.CURRICULUM),
            List.of(Dimension.PERIOD));

    /**
     * A measure to be counted.
     *
     * @param code stands for it in sketches
     * @param elements of which value each category is, in sketches: places may change, names do not
     */
    private record Counted(
            MeasureKey key,
            Measured.Form form,
            List<String> categories,
            int unitsPerPoint,
            int range,
            long code,
            long[] elements) {}

    private final int countable;
    private final int sums;
    private final Elements elements;
    private final List<Counted> measures = new ArrayList<>();
    private final SortedSet<CellKey> strata = new TreeSet<>();
    private final List<Map<CellKey, Tally.Builder>> groups = new ArrayList<>();
    private final List<Map<CellKey, Tally.Builder>> byStratum = new ArrayList<>();
    private final Map<CellKey, List<CellKey>> groupsOf = new HashMap<>();
    private final Map<CellKey, Tally.Builder[]> here = new HashMap<>();
    private final Map<String, Tally.Builder[]> stages = new HashMap<>();
    private final Map<String, Long> codes = new HashMap<>();
    private final SiteCounts sites;
    private int institution = -1;
    private long named;
    private UUID workshop;
    private OptionalLong person = OptionalLong.empty();
    private Tally.Builder[] stratum;

    /** One that names no institution. */
    CubeBuilder(int countable, byte[] secret) {
        this(countable, secret, SiteCounts.ofNobody());
    }

    /**
     * @param countable up to how many elements sketches count
     * @param secret of the study's sketches
     * @param sites counts the people of institutions that are named
     */
    CubeBuilder(int countable, byte[] secret, SiteCounts sites) {
        this.sites = sites;
        this.countable = countable;
        this.sums = Sketch.ofNone(countable).sums().length;
        this.elements = new Elements(secret);
    }

    int measure(MeasureKey key, Measured.Form form, List<String> categories, int unitsPerPoint) {
        return measure(key, form, categories, unitsPerPoint, 0);
    }

    /** {@return the number of a new measure; whoever counts then turns to a workshop again} */
    int measure(MeasureKey key, Measured.Form form, List<String> categories, int unitsPerPoint, int range) {
        settle();
        workshop = null;
        measures.add(new Counted(
                key,
                form,
                List.copyOf(categories),
                unitsPerPoint,
                range,
                Elements.code(key.toString()),
                categories.stream().mapToLong(Elements::code).toArray()));
        groups.add(new HashMap<>());
        byStratum.add(new HashMap<>());
        return measures.size() - 1;
    }

    /**
     * Turns to a workshop.
     *
     * @param place the institution's number
     * @param name the institution
     * @param categories of the workshop, one of each dimension but the stage
     */
    void workshop(int place, String name, UUID id, CellKey categories) {
        if (id.equals(workshop)) {
            return;
        }
        workshop = id;
        if (place != institution) {
            settle();
            institution = place;
            named = Elements.code(name);
        }
        elements.of(name, id);
        stratum = here(categories);
        if (strata.add(categories)) {
            groupsOf.put(
                    categories,
                    TABLES.stream().map(table -> part(categories, table)).toList());
        }
    }

    private static CellKey part(CellKey categories, List<Dimension> table) {
        SortedMap<Dimension, String> part = new TreeMap<>(categories.categories());
        part.keySet().retainAll(table);
        return new CellKey(part);
    }

    /**
     * Turns to a person, for noise: what is counted from now on is theirs.
     *
     * @param kind of what is known of them
     * @param what is known of them, as a number
     * @param which of the workshop's people of whom the same is known
     */
    void person(long kind, long what, long which) {
        person = OptionalLong.of(elements.key(kind, what, which));
    }

    /** Counts one person of the workshop. */
    void add(int measure, long value) {
        add(of(stratum, measure), measure, 0, value);
    }

    private void add(Tally.Builder tally, int measure, long scope, long value) {
        tally.add(value, place(measure, value), named, element(measure, scope, value));
        person.ifPresent(key -> tally.key(measures.get(measure).form().sort(value), key));
    }

    /** The same of somebody who told a stage. */
    void add(int measure, String stage, long value) {
        add(measure, value);
        long scope = codes.computeIfAbsent(stage, Elements::code);
        Tally.Builder[] group = stages.computeIfAbsent(stage, none -> here(CellKey.of(Dimension.STAGE, stage)));
        add(of(group, measure), measure, scope, value);
    }

    private long place(int measure, long value) {
        return Tally.of(institution, measures.get(measure).form().sort(value));
    }

    private long[] element(int measure, long scope, long value) {
        Counted counted = measures.get(measure);
        long named = counted.form() == Measured.Form.ONE_OF ? counted.elements()[(int) value] : value;
        long[] element = new long[sums];
        Sketch.toggle(element, elements.next(counted.code(), scope, named));
        return element;
    }

    private Tally.Builder[] here(CellKey group) {
        return here.computeIfAbsent(group, none -> new Tally.Builder[measures.size()]);
    }

    private Tally.Builder of(Tally.Builder[] group, int measure) {
        if (group[measure] == null) {
            group[measure] = new Tally.Builder(sums);
        }
        return group[measure];
    }

    /** Adds what an institution's strata have to the groups they are in. */
    private void settle() {
        here.forEach((part, byMeasure) -> sites.add(institution, part, groupsOf.containsKey(part), sums, byMeasure));
        here.forEach((part, byMeasure) -> {
            for (CellKey group : groupsOf.getOrDefault(part, List.of(part))) {
                for (int measure = 0; measure < byMeasure.length; measure++) {
                    if (byMeasure[measure] != null) {
                        groups.get(measure)
                                .computeIfAbsent(group, none -> new Tally.Builder(sums))
                                .add(byMeasure[measure]);
                    }
                }
            }
            for (int measure = 0; measure < byMeasure.length && groupsOf.containsKey(part); measure++) {
                if (byMeasure[measure] != null) {
                    byStratum
                            .get(measure)
                            .computeIfAbsent(part, none -> new Tally.Builder(0))
                            .add(byMeasure[measure]);
                }
            }
        });
        here.clear();
        stages.clear();
    }

    Cube build() {
        return build(new byte[0]);
    }

    /** @param seed of noise, drawn for this cube alone; of no length for none */
    Cube build(byte[] seed) {
        settle();
        SortedMap<MeasureKey, Measured> measured = new TreeMap<>();
        for (int i = 0; i < measures.size(); i++) {
            Counted counted = measures.get(i);
            measured.put(
                    counted.key(),
                    new Measured(
                            counted.form(),
                            counted.categories(),
                            counted.unitsPerPoint(),
                            counted.range(),
                            built(groups.get(i)),
                            built(byStratum.get(i)),
                            counted.form() == Measured.Form.SCORES ? sites.of(i) : new TreeMap<>()));
        }
        return new Cube(countable, strata, sites.agreed(), measured, seed);
    }

    static SortedMap<CellKey, Tally> built(Map<CellKey, Tally.Builder> builders) {
        SortedMap<CellKey, Tally> tallies = new TreeMap<>();
        builders.forEach((group, tally) -> tallies.put(group, tally.build()));
        return tallies;
    }
}
