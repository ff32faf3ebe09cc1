package org.mentoringcommons.analytics.statistics;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Kruskal and Wallis' rank test of three or more independent groups (two are allowed), tie-corrected, from counts of each
 * group; equals R's {@code kruskal.test}. With it goes epsilon squared, H / (n - 1). Not significant is not "no
 * difference": give an {@link Equivalence} bound beside it. Immutable.
 */
public final class KruskalWallis {
    private static final KruskalWallis DEFAULTS = new KruskalWallis();
    private static final Method METHOD = Method.first("Kruskal-Wallis rank sum test, tie-corrected, chi-squared law");

    private KruskalWallis() {}

    /** {@return the test} */
    public static KruskalWallis withDefaults() {
        return DEFAULTS;
    }

    /**
     * Tests whether the groups come from one distribution.
     *
     * @param groups counts of each group in any integer unit; empty groups are left out
     * @return the result; without numbers where there are no data, one group only or all observations equal
     */
    public Result test(List<Counts> groups) {
        List<Counts> filled = groups.stream().filter(group -> !group.isEmpty()).toList();
        PooledRanks ranks = PooledRanks.of(filled);
        long n = ranks.all().n();
        int k = filled.size();
        Outcome outcome = n == 0
                ? Outcome.NO_DATA
                : k < 2 ? Outcome.ONE_GROUP : ranks.all().distinct() < 2 ? Outcome.CONSTANT : Outcome.COMPUTED;
        if (outcome != Outcome.COMPUTED) {
            OptionalDouble none = OptionalDouble.empty();
            return new Result(METHOD, outcome, n, k, none, Math.max(0, k - 1), none, none, none);
        }
        double between = 0;
        for (Counts group : filled) {
            double excess = ranks.meanExcess(group);
            between += group.n() * excess * excess;
        }
        double h = between / ranks.rankVariance();
        return new Result(
                METHOD,
                outcome,
                n,
                k,
                OptionalDouble.of(h),
                k - 1,
                OptionalDouble.of(ChiSquared.survival(h, k - 1)),
                OptionalDouble.of(ChiSquared.log10Survival(h, k - 1)),
                OptionalDouble.of(h / (n - 1)));
    }

    /**
     * What the test found.
     *
     * @param method the test
     * @param outcome COMPUTED, or why there are no numbers
     * @param n observations in all groups
     * @param k groups with observations
     * @param h tie-corrected statistic
     * @param df degrees of freedom, k - 1
     * @param p upper chi-squared tail
     * @param log10P log10 of p, finite when p underflows
     * @param epsilonSquared H / (n - 1), 0 to 1
     */
    public record Result(
            Method method,
            Outcome outcome,
            long n,
            int k,
            OptionalDouble h,
            int df,
            OptionalDouble p,
            OptionalDouble log10P,
            OptionalDouble epsilonSquared) {}
}
