package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoringcommons.analytics.disclosure.Detail;

/**
 * Which categories a study's releases tell apart; the others are one, {@value #OTHER}. Decided once, of categories by the first
 * release, of answers by the first that shows them, and kept by later ones: what comes and goes would tell who came and went.
 *
 * @param categories by dimension, those told apart; hubs all are
 * @param answers by measure of several categories, those told apart, in the order they are shown in ever after
 */
record Collapsing(SortedMap<Dimension, SortedSet<String>> categories, SortedMap<MeasureKey, List<String>> answers) {

    static final String OTHER = "other";

    /** What the first release of a cube tells apart: categories that may be shown by most measures, so that few are holes. */
    static Collapsing of(Cube cube, Rules rules) {
        SortedMap<Dimension, SortedSet<String>> categories = new TreeMap<>();
        for (Dimension dimension : Dimension.values()) {
            if (dimension != Dimension.HUB) {
                categories.put(dimension, kept(cube, rules, dimension));
            }
        }
        SortedMap<MeasureKey, List<String>> answers = new TreeMap<>();
        cube.measures().forEach((key, measured) -> {
            if (measured.form() == Measured.Form.ONE_OF && !rules.method().tellsApartLater()) {
                answers.put(key, kept(measured, rules.smallest()));
            }
        });
        return new Collapsing(categories, answers);
    }

    /** {@return whether nobody has decided yet which answers to a question are told apart: it is new, or few answered it} */
    boolean isOpen(MeasureKey key, Measured measured) {
        return measured.form() == Measured.Form.ONE_OF
                && answers.getOrDefault(key, List.of()).isEmpty();
    }

    /** {@return the same, and the answers to one more question that there are enough of} */
    Collapsing and(MeasureKey key, Measured measured, Rules rules) {
        SortedMap<MeasureKey, List<String>> more = new TreeMap<>(answers);
        more.put(key, kept(measured, rules.smallest()));
        return new Collapsing(categories, more);
    }

    private static SortedSet<String> kept(Cube cube, Rules rules, Dimension dimension) {
        Map<String, Integer> shown = new TreeMap<>();
        for (Measured measured : cube.measures().values()) {
            measured.byGroup().forEach((group, tally) -> {
                if (group.dimensions().equals(List.of(dimension))) {
                    boolean may = rules.of(measured, Detail.MEDIAN).test(tally);
                    shown.merge(group.categories().get(dimension), may ? 1 : -1, Integer::sum);
                }
            });
        }
        SortedSet<String> kept = new TreeSet<>();
        shown.forEach((category, balance) -> {
            if (balance > 0 && !category.equals(OTHER)) {
                kept.add(category);
            }
        });
        return kept;
    }

    /** Answers too few of the nation gave to be told apart anywhere; with them the rarest other, lest they stand alone. */
    private static List<String> kept(Measured measured, int smallest) {
        Tally nation = measured.byGroup().get(CellKey.NATION);
        List<Integer> codes = new ArrayList<>();
        for (int code = 0; code < measured.categories().size(); code++) {
            codes.add(code);
        }
        Comparator<Integer> rarest = Comparator.comparingLong(code -> nation == null ? 0 : nation.count(code));
        codes.sort(rarest.thenComparing(Comparator.naturalOrder()));
        List<String> kept = new ArrayList<>(measured.categories());
        long together = 0;
        for (int code : codes) {
            long people = nation == null ? 0 : nation.count(code);
            if (people < smallest || together > 0 && together < smallest) {
                together += people;
                kept.remove(measured.categories().get(code));
            }
        }
        return List.copyOf(kept);
    }

    /** {@return the key with categories that are not told apart as one} */
    CellKey of(CellKey key) {
        SortedMap<Dimension, String> collapsed = new TreeMap<>();
        key.categories()
                .forEach((dimension, category) -> collapsed.put(
                        dimension,
                        dimension == Dimension.HUB
                                        || categories
                                                .getOrDefault(dimension, new TreeSet<>())
                                                .contains(category)
                                ? category
                                : OTHER));
        return new CellKey(collapsed);
    }

    /** {@return a measure by the groups and answers that are told apart} */
    Measured of(MeasureKey key, Measured measured, int sums) {
        List<String> told = answers.getOrDefault(key, List.of());
        boolean oneOf = measured.form() == Measured.Form.ONE_OF;
        List<String> named = new ArrayList<>(oneOf ? told : measured.categories());
        if (oneOf && !told.containsAll(measured.categories())) {
            named.add(OTHER);
        }
        return new Measured(
                measured.form(),
                List.copyOf(named),
                measured.unitsPerPoint(),
                measured.range(),
                collapsed(measured.byGroup(), measured, named, sums),
                collapsed(measured.byStratum(), measured, named, 0),
                collapsedSites(measured, named));
    }

    /** Of each site, only everybody has a sketch; sites are counted of scores, in which no answers are collapsed. */
    private SortedMap<String, SortedMap<CellKey, Tally>> collapsedSites(Measured measured, List<String> named) {
        SortedMap<String, SortedMap<CellKey, Tally>> sites = new TreeMap<>();
        measured.bySite().forEach((site, parts) -> {
            SortedMap<CellKey, Tally> theirs = collapsed(parts, measured, named, 0);
            theirs.put(CellKey.NATION, parts.get(CellKey.NATION));
            sites.put(site, theirs);
        });
        return sites;
    }

    private SortedMap<CellKey, Tally> collapsed(
            SortedMap<CellKey, Tally> tallies, Measured measured, List<String> named, int sums) {
        boolean oneOf = measured.form() == Measured.Form.ONE_OF;
        Map<CellKey, Tally.Builder> together = new TreeMap<>();
        tallies.forEach((group, tally) -> together.computeIfAbsent(of(group), none -> new Tally.Builder(sums))
                .add(oneOf ? recoded(tally, measured.categories(), named) : tally));
        SortedMap<CellKey, Tally> collapsed = new TreeMap<>();
        together.forEach((group, tally) -> collapsed.put(group, tally.build()));
        return collapsed;
    }

    private static Tally recoded(Tally tally, List<String> from, List<String> to) {
        SortedMap<Long, Long> counts = new TreeMap<>();
        tally.counts()
                .forEach((value, count) -> counts.merge((long) recoded(value.intValue(), from, to), count, Long::sum));
        SortedMap<Long, Long> institutions = new TreeMap<>();
        tally.institutions()
                .forEach((place, count) -> institutions.merge(
                        place - Tally.sort(place) + recoded(Tally.sort(place), from, to), count, Long::sum));
        SortedMap<Integer, Long> keys = new TreeMap<>();
        tally.keys().forEach((sort, key) -> keys.merge(recoded(sort, from, to), key, Long::sum));
        return new Tally(tally.n(), counts, institutions, tally.sketch(), tally.marks(), keys);
    }

    private static int recoded(int code, List<String> from, List<String> to) {
        int place = to.indexOf(from.get(code));
        return place < 0 ? to.size() - 1 : place;
    }

    void write(Binary.Out out) {
        out.number(categories.size());
        categories.forEach((dimension, kept) -> {
            out.number(dimension.ordinal()).number(kept.size());
            kept.forEach(out::text);
        });
        out.number(answers.size());
        answers.forEach((measure, kept) -> {
            out.measure(measure).number(kept.size());
            kept.forEach(out::text);
        });
    }

    static Collapsing read(Binary.In in) {
        SortedMap<Dimension, SortedSet<String>> categories = new TreeMap<>(new EnumMap<>(Dimension.class));
        for (int left = in.integer(); left > 0; left--) {
            categories.put(Dimension.values()[in.integer()], new TreeSet<>(texts(in)));
        }
        SortedMap<MeasureKey, List<String>> answers = new TreeMap<>();
        for (int left = in.integer(); left > 0; left--) {
            answers.put(in.measure(), List.copyOf(texts(in)));
        }
        return new Collapsing(categories, answers);
    }

    private static List<String> texts(Binary.In in) {
        List<String> texts = new ArrayList<>();
        for (int left = in.integer(); left > 0; left--) {
            texts.add(in.text());
        }
        return texts;
    }
}
