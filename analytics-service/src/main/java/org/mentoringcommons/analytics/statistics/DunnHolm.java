package org.mentoringcommons.analytics.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Dunn's comparisons of all pairs of groups after Kruskal-Wallis, tie-corrected, p adjusted by Holm. Immutable. */
public final class DunnHolm {
    private static final Method METHOD = Method.first("Dunn pairwise rank comparisons, tie-corrected, Holm-adjusted");
    private static final DunnHolm DEFAULTS = new DunnHolm();

    private DunnHolm() {}

    /** {@return the comparisons} */
    public static DunnHolm withDefaults() {
        return DEFAULTS;
    }

    /**
     * Compares all pairs.
     *
     * @param groups counts by group name; empty groups are left out
     * @return the pairs in the order of the names; none where there are fewer than two groups or all are equal
     */
    public Result test(SortedMap<String, Counts> groups) {
        List<String> names = groups.keySet().stream()
                .filter(name -> !groups.get(name).isEmpty())
                .toList();
        PooledRanks ranks = PooledRanks.of(names.stream().map(groups::get).toList());
        if (names.size() < 2 || ranks.all().distinct() < 2) {
            Outcome outcome =
                    names.isEmpty() ? Outcome.NO_DATA : names.size() < 2 ? Outcome.ONE_GROUP : Outcome.CONSTANT;
            return new Result(METHOD, outcome, List.of());
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                Counts one = groups.get(names.get(i));
                Counts other = groups.get(names.get(j));
                double error = Math.sqrt(ranks.rankVariance() * (1.0 / one.n() + 1.0 / other.n()));
                double z = (ranks.meanExcess(one) - ranks.meanExcess(other)) / error;
                pairs.add(new Pair(names.get(i), names.get(j), z, Normal.twoSided(z), 1));
            }
        }
        double[] adjusted =
                Multiplicity.HOLM.adjust(pairs.stream().mapToDouble(Pair::p).toArray());
        List<Pair> result = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Pair pair = pairs.get(i);
            result.add(new Pair(pair.one(), pair.other(), pair.z(), pair.p(), adjusted[i]));
        }
        return new Result(METHOD, Outcome.COMPUTED, List.copyOf(result));
    }

    /**
     * One comparison.
     *
     * @param one first group
     * @param other second group
     * @param z positive when the first has larger ranks
     * @param p two-sided, unadjusted
     * @param pHolm adjusted over all pairs
     */
    public record Pair(String one, String other, double z, double p, double pHolm) {}

    /**
     * All comparisons.
     *
     * @param method the comparisons
     * @param outcome COMPUTED, or why there are none
     * @param pairs in the order of the group names
     */
    public record Result(Method method, Outcome outcome, List<Pair> pairs) {}
}
