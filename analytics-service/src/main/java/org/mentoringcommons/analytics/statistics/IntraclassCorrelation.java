package org.mentoringcommons.analytics.statistics;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** How alike the people of one workshop are: ANOVA ICC(1) for unequal sizes, and the design effect it causes. */
public final class IntraclassCorrelation {
    private static final Method METHOD =
            Method.first("ANOVA ICC(1), unequal sizes; design effect 1 + (mean size - 1) max(0, ICC)");

    private IntraclassCorrelation() {}

    /**
     * Computes both.
     *
     * @param clusters counts of one variable, one a workshop, same unit; empty ones are left out
     * @return the result; absent below two workshops, where nobody shares a workshop or nothing varies
     */
    public static Result of(Collection<Counts> clusters) {
        List<Counts> filled =
                clusters.stream().filter(cluster -> !cluster.isEmpty()).toList();
        Counts all = together(filled);
        double n = all.n();
        int k = filled.size();
        OptionalDouble none = OptionalDouble.empty();
        if (k < 2 || all.n() <= k || all.distinct() < 2) {
            Outcome outcome = k == 0
                    ? Outcome.NO_DATA
                    : k == 1 ? Outcome.ONE_GROUP : all.n() <= k ? Outcome.TOO_FEW : Outcome.CONSTANT;
            return new Result(METHOD, outcome, all.n(), k, none, none);
        }
        double grand = CrossProducts.of(all).mean(0);
        double between = 0;
        double within = 0;
        double squaredSizes = 0;
        for (Counts cluster : filled) {
            CrossProducts own = CrossProducts.of(cluster);
            between += own.n() * (own.mean(0) - grand) * (own.mean(0) - grand);
            within += Moments.Sums.of(cluster).scatter().doubleValue() / own.n();
            squaredSizes += (double) own.n() * own.n();
        }
        double size = (n - squaredSizes / n) / (k - 1);
        double msb = between / (k - 1);
        double msw = within / (n - k);
        double icc = (msb - msw) / (msb + (size - 1) * msw);
        return new Result(
                METHOD,
                Outcome.COMPUTED,
                all.n(),
                k,
                OptionalDouble.of(icc),
                OptionalDouble.of(1 + (n / k - 1) * Math.max(0, icc)));
    }

    /** All at once: adding up a million workshops one by one would make a million tables. */
    private static Counts together(List<Counts> clusters) {
        TreeMap<Integer, Long> tally = new TreeMap<>();
        for (Counts cluster : clusters) {
            for (int i = 0; i < cluster.distinct(); i++) {
                tally.merge(cluster.value(i), cluster.count(i), Math::addExact);
            }
        }
        return Counts.of(tally);
    }

    /**
     * Likeness and its price.
     *
     * @param method the definitions
     * @param outcome COMPUTED, or why numbers are absent
     * @param n people
     * @param clusters workshops with people
     * @param icc intraclass correlation, at most 1; can be slightly negative
     * @param designEffect factor by which clustering inflates the variance of a mean, at least 1
     */
    public record Result(
            Method method, Outcome outcome, long n, int clusters, OptionalDouble icc, OptionalDouble designEffect) {}
}
