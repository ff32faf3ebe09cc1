package org.mentoringcommons.analytics.cube;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A cube as bytes: everything in the order of its keys, so that equal cubes are equal bytes. */
final class CubeFormat {

    private static final String HEAD = "mentoring-commons cube 4";
    /** Without sites. */
    private static final String ANONYMOUS = "mentoring-commons cube 3";
    /** Without ranges, keys and a seed, too. */
    private static final String BEFORE = "mentoring-commons cube 2";

    private CubeFormat() {}

    static byte[] write(Cube cube) {
        Binary.Out out = new Binary.Out().text(HEAD).number(cube.countable()).binary(cube.seed());
        out.number(cube.strata().size());
        cube.strata().forEach(out::key);
        out.number(cube.agreed().size());
        cube.agreed().forEach(out::text);
        out.number(cube.measures().size());
        cube.measures().forEach((key, measured) -> {
            out.measure(key)
                    .number(measured.form().ordinal())
                    .number(measured.unitsPerPoint())
                    .number(measured.range());
            out.number(measured.categories().size());
            measured.categories().forEach(out::text);
            write(out, measured.byGroup());
            write(out, measured.byStratum());
            out.number(measured.bySite().size());
            measured.bySite().forEach((site, parts) -> write(out.text(site), parts));
        });
        return out.bytes();
    }

    private static void write(Binary.Out out, SortedMap<CellKey, Tally> tallies) {
        out.number(tallies.size());
        tallies.forEach((group, tally) -> write(out.key(group), tally));
    }

    private static void write(Binary.Out out, Tally tally) {
        out.number(tally.n()).number(tally.counts().size());
        tally.counts().forEach((value, count) -> out.number(value).number(count));
        out.number(tally.institutions().size());
        tally.institutions().forEach((place, count) -> out.number(place).number(count));
        out.sketch(tally.sketch());
        out.marks(tally.marks()).number(tally.keys().size());
        tally.keys().forEach((sort, key) -> out.number(sort).word(key));
    }

    static Cube read(byte[] bytes) {
        try {
            Binary.In in = new Binary.In(bytes);
            String head = in.text();
            boolean sites = head.equals(HEAD);
            boolean last = sites || head.equals(ANONYMOUS);
            if (!last && !head.equals(BEFORE)) {
                throw new IllegalArgumentException("no sealed cube, or one of another edition");
            }
            int countable = in.integer();
            byte[] seed = last ? in.binary() : new byte[0];
            SortedSet<CellKey> strata = new TreeSet<>();
            for (int left = in.integer(); left > 0; left--) {
                strata.add(in.key());
            }
            SortedSet<String> agreed = new TreeSet<>();
            for (int left = sites ? in.integer() : 0; left > 0; left--) {
                agreed.add(in.text());
            }
            SortedMap<MeasureKey, Measured> measures = new TreeMap<>();
            for (int left = in.integer(); left > 0; left--) {
                measures.put(in.measure(), measured(in, last, sites));
            }
            if (in.hasMore()) {
                throw new IllegalArgumentException("a sealed cube and something after it");
            }
            return new Cube(countable, strata, agreed, measures, seed);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException cut) {
            throw new IllegalArgumentException("no whole sealed cube", cut);
        }
    }

    private static Measured measured(Binary.In in, boolean last, boolean sites) {
        Measured.Form form = Measured.Form.values()[in.integer()];
        int unitsPerPoint = in.integer();
        int range = last ? in.integer() : 0;
        List<String> categories = new ArrayList<>();
        for (int left = in.integer(); left > 0; left--) {
            categories.add(in.text());
        }
        SortedMap<CellKey, Tally> byGroup = tallies(in, last);
        SortedMap<CellKey, Tally> byStratum = tallies(in, last);
        SortedMap<String, SortedMap<CellKey, Tally>> bySite = new TreeMap<>();
        for (int left = sites ? in.integer() : 0; left > 0; left--) {
            bySite.put(in.text(), tallies(in, true));
        }
        return new Measured(form, List.copyOf(categories), unitsPerPoint, range, byGroup, byStratum, bySite);
    }

    private static SortedMap<CellKey, Tally> tallies(Binary.In in, boolean last) {
        SortedMap<CellKey, Tally> tallies = new TreeMap<>();
        for (int left = in.integer(); left > 0; left--) {
            CellKey group = in.key();
            long n = in.number();
            SortedMap<Long, Long> counts = new TreeMap<>();
            for (int values = in.integer(); values > 0; values--) {
                counts.put(in.number(), in.number());
            }
            SortedMap<Long, Long> institutions = new TreeMap<>();
            for (int places = in.integer(); places > 0; places--) {
                institutions.put(in.number(), in.number());
            }
            Sketch sketch = in.sketch();
            SortedMap<Long, Mark> marks = in.marks();
            SortedMap<Integer, Long> keys = new TreeMap<>();
            for (int sorts = last ? in.integer() : 0; sorts > 0; sorts--) {
                keys.put(in.integer(), in.word());
            }
            tallies.put(group, new Tally(n, counts, institutions, sketch, marks, keys));
        }
        return tallies;
    }
}
