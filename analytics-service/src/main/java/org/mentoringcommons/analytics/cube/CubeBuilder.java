package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            long code,
            long[] elements) {}

    private final int countable;
    private final int sums;
    private final Elements elements;
    private final List<Counted> measures = new ArrayList<>();
    private final SortedSet<CellKey> strata = new TreeSet<>();
    private final List<Map<CellKey, Tally.Builder>> groups = new ArrayList<>();
    private final Map<CellKey, List<CellKey>> groupsOf = new HashMap<>();
    private final Map<CellKey, Map<Integer, Tally.Builder>> here = new HashMap<>();
    private final Map<String, Long> codes = new HashMap<>();
    private int institution = -1;
    private CellKey stratum;

    /**
     * @param countable up to how many elements sketches count
     * @param secret of the study's sketches
     */
    CubeBuilder(int countable, byte[] secret) {
        this.countable = countable;
        this.sums = Sketch.ofNone(countable).sums().length;
        this.elements = new Elements(secret);
    }

    /** {@return the number of a new measure} */
    int measure(MeasureKey key, Measured.Form form, List<String> categories, int unitsPerPoint) {
        measures.add(new Counted(
                key,
                form,
                List.copyOf(categories),
                unitsPerPoint,
                Elements.code(key.toString()),
                categories.stream().mapToLong(Elements::code).toArray()));
        groups.add(new HashMap<>());
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
        if (place != institution) {
            settle();
            institution = place;
        }
        elements.of(name, id);
        stratum = categories;
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

    /** Counts one person of the workshop. */
    void add(int measure, long value) {
        here(stratum, measure).add(value, place(measure, value), element(measure, 0, value));
    }

    /** The same of somebody who told a stage. */
    void add(int measure, String stage, long value) {
        add(measure, value);
        long scope = codes.computeIfAbsent(stage, Elements::code);
        here(CellKey.of(Dimension.STAGE, stage), measure).add(value, place(measure, value), element(measure, scope, value));
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

    private Tally.Builder here(CellKey group, int measure) {
        return here.computeIfAbsent(group, none -> new HashMap<>())
                .computeIfAbsent(measure, none -> new Tally.Builder(sums));
    }

    /** Adds what an institution's strata have to the groups they are in. */
    private void settle() {
        here.forEach((part, byMeasure) -> {
            List<CellKey> in = groupsOf.getOrDefault(part, List.of(part));
            byMeasure.forEach((measure, tally) -> in.forEach(group -> groups.get(measure)
                    .computeIfAbsent(group, none -> new Tally.Builder(sums))
                    .add(tally)));
        });
        here.clear();
    }

    Cube build() {
        settle();
        SortedMap<MeasureKey, Measured> measured = new TreeMap<>();
        for (int i = 0; i < measures.size(); i++) {
            Counted counted = measures.get(i);
            SortedMap<CellKey, Tally> byGroup = new TreeMap<>();
            groups.get(i).forEach((group, tally) -> byGroup.put(group, tally.build()));
            measured.put(
                    counted.key(),
                    new Measured(counted.form(), counted.categories(), counted.unitsPerPoint(), byGroup));
        }
        return new Cube(countable, strata, measured);
    }
}
