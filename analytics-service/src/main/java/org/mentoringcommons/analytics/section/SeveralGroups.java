package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.section.Split.View;
import org.mentoringcommons.analytics.statistics.DunnHolm;
import org.mentoringcommons.analytics.statistics.Equivalence;
import org.mentoringcommons.analytics.statistics.KruskalWallis;

/**
 * Whether declared groups differ: Kruskal-Wallis with epsilon squared on every scale, then every pair of groups by Dunn's
 * test with Holm's correction and by an equivalence test, since a p above .05 is no evidence that groups are alike.
 */
record SeveralGroups(Compared compared, List<Split> splits) {

    List<Section> build() {
        String section = compared.section();
        String title = Label.of(section);
        List<Section> sections = new ArrayList<>(List.of(
                new Section(
                        section,
                        title,
                        List.of(Caveat.NOT_SIGNIFICANT, Caveat.INDEPENDENT),
                        splits.stream().map(SeveralGroups::test).toList()),
                new Section(
                        section + ".groups",
                        title + ": the groups",
                        splits.stream().flatMap(split -> split.rows().stream()).toList()),
                new Section(
                        section + ".pairs",
                        title + ": pairs of groups",
                        List.of(
                                "Differences are first minus second, in scale points, with 90 % intervals: two groups are"
                                        + " practically alike where the interval lies within half a point of zero."),
                        splits.stream().flatMap(SeveralGroups::pairs).toList())));
        if (compared.groups().size() == 2) {
            sections.add(two(section, title));
        }
        return sections;
    }

    private Section two(String section, String title) {
        Optional<Function<DeliveredWorkshop, String>> property =
                compared.item().isPresent() ? Optional.empty() : Optional.of(compared.property());
        return new Section(
                section + ".two",
                title + ": two groups",
                List.of("First: " + Label.of(compared.groups().get(0)) + "; second: "
                        + Label.of(compared.groups().get(1))
                        + ". Differences are second minus first, in scale points."),
                splits.stream().map(split -> new TwoGroups(split).row(property)).toList());
    }

    private static Row test(Split split) {
        List<Measure> measures = new ArrayList<>();
        for (View view : View.values()) {
            KruskalWallis.Result result = KruskalWallis.withDefaults()
                    .test(IntStream.range(0, split.groups().size())
                            .mapToObj(group -> split.counts(group, view))
                            .toList());
            long n = result.n();
            String on = "_" + view.word();
            measures.add(Measure.number("h" + on, result.h(), n, result.method(), result.outcome()));
            measures.add(Measure.number("p" + on, result.p(), n, result.method(), result.outcome()));
            measures.add(Measure.number("log10_p" + on, result.log10P(), n, result.method(), result.outcome()));
            measures.add(Measure.number(
                    "epsilon_squared" + on, result.epsilonSquared(), n, result.method(), result.outcome()));
        }
        return new Row(split.scale(), measures);
    }

    private static java.util.stream.Stream<Row> pairs(Split split) {
        List<Row> rows = new ArrayList<>();
        for (int one = 0; one < split.groups().size(); one++) {
            for (int other = one + 1; other < split.groups().size(); other++) {
                rows.add(pair(split, one, other));
            }
        }
        return rows.stream();
    }

    private static Row pair(Split split, int one, int other) {
        List<Measure> measures = new ArrayList<>();
        long n = split.n(one) + split.n(other);
        for (View view : View.values()) {
            String on = "_" + view.word();
            DunnHolm.Result dunn = DunnHolm.withDefaults().test(byName(split, view));
            Optional<DunnHolm.Pair> pair = dunn.pairs().stream()
                    .filter(found ->
                            found.one().equals(name(one)) && found.other().equals(name(other)))
                    .findFirst();
            Equivalence.Result alike =
                    Equivalence.withDefaults().test(split.moments(one, view), split.moments(other, view));
            measures.add(Measure.number(
                    "p_dunn" + on, number(pair.map(DunnHolm.Pair::p)), n, dunn.method(), dunn.outcome()));
            measures.add(Measure.number(
                    "p_dunn_holm" + on, number(pair.map(DunnHolm.Pair::pHolm)), n, dunn.method(), dunn.outcome()));
            measures.add(Measure.number("difference" + on, alike.difference(), n, alike.method(), alike.outcome())
                    .within(alike.interval()));
            measures.add(Measure.number("p_equivalence" + on, alike.p(), n, alike.method(), alike.outcome()));
        }
        return new Row(
                split.scale() + " / " + split.groups().get(one) + " – "
                        + split.groups().get(other),
                measures);
    }

    private static SortedMap<String, org.mentoringcommons.analytics.statistics.Counts> byName(Split split, View view) {
        SortedMap<String, org.mentoringcommons.analytics.statistics.Counts> groups = new TreeMap<>();
        IntStream.range(0, split.groups().size()).forEach(group -> groups.put(name(group), split.counts(group, view)));
        return groups;
    }

    /** In the declared order when sorted; the groups' own names would be sorted by letters. */
    private static String name(int group) {
        return String.format(java.util.Locale.ROOT, "%05d", group);
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }
}
