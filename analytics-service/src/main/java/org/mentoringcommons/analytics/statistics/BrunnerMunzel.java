package org.mentoringcommons.analytics.statistics;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Brunner and Munzel's test of two independent groups: the default for tied answers with unequal spread. Estimates
 * P(first &lt; second) + P(equal) / 2 and tests it against one half with a t law. Immutable.
 */
public final class BrunnerMunzel {
    private static final Method METHOD = Method.first("Brunner-Munzel test, t law");
    private static final BrunnerMunzel DEFAULTS = new BrunnerMunzel();

    private BrunnerMunzel() {}

    /** {@return the two-sided test} */
    public static BrunnerMunzel withDefaults() {
        return DEFAULTS;
    }

    /**
     * Tests whether one group tends to larger values.
     *
     * @param one counts of the first group
     * @param other counts of the second group, same unit
     * @return the result; without a p where a group has fewer than two people or placements do not vary (complete
     *     separation, all equal)
     */
    public Result test(Counts one, Counts other) {
        OptionalDouble none = OptionalDouble.empty();
        if (one.isEmpty() || other.isEmpty()) {
            Outcome outcome = one.isEmpty() && other.isEmpty() ? Outcome.NO_DATA : Outcome.ONE_GROUP;
            return new Result(METHOD, outcome, none, none, none, none, none);
        }
        PooledRanks pooled = PooledRanks.of(List.of(one, other));
        double n1 = one.n();
        double n2 = other.n();
        double difference = pooled.meanExcess(other) - pooled.meanExcess(one);
        OptionalDouble effect = OptionalDouble.of(difference / (n1 + n2) + 0.5);
        if (one.n() < 2 || other.n() < 2) {
            return new Result(METHOD, Outcome.TOO_FEW, effect, none, none, none, none);
        }
        double v1 = n1 * placementVariance(one, other);
        double v2 = n2 * placementVariance(other, one);
        if (v1 + v2 == 0) {
            Outcome outcome = pooled.all().distinct() < 2 ? Outcome.CONSTANT : Outcome.NOT_ESTIMABLE;
            return new Result(METHOD, outcome, effect, none, none, none, none);
        }
        double statistic = n1 * n2 * difference / ((n1 + n2) * Math.sqrt(v1 + v2));
        double df = (v1 + v2) * (v1 + v2) / (v1 * v1 / (n1 - 1) + v2 * v2 / (n2 - 1));
        return new Result(
                METHOD,
                Outcome.COMPUTED,
                effect,
                OptionalDouble.of(statistic),
                OptionalDouble.of(df),
                OptionalDouble.of(Student.twoSided(statistic, df)),
                OptionalDouble.of(Student.log10TwoSided(statistic, df)));
    }

    /** Variance, n - 1, of how many people of the other group lie below each person, ties half. */
    private static double placementVariance(Counts group, Counts other) {
        double[] placement = new double[group.distinct()];
        int next = 0;
        long below = 0;
        for (int i = 0; i < placement.length; i++) {
            while (next < other.distinct() && other.value(next) < group.value(i)) {
                below += other.count(next++);
            }
            placement[i] = below + other.countOf(group.value(i)) / 2.0;
        }
        double mean = 0;
        for (int i = 0; i < placement.length; i++) {
            mean += placement[i] * group.count(i) / group.n();
        }
        double squares = 0;
        for (int i = 0; i < placement.length; i++) {
            squares += (placement[i] - mean) * (placement[i] - mean) * group.count(i);
        }
        return squares / (group.n() - 1);
    }

    /**
     * What the test found.
     *
     * @param method the test
     * @param outcome COMPUTED, or why numbers are absent
     * @param effect P(first &lt; second) + P(equal) / 2, 0 to 1
     * @param statistic positive when the second group is larger
     * @param df Satterthwaite's degrees of freedom
     * @param p two-sided
     * @param log10P log10 of p, finite when p underflows
     */
    public record Result(
            Method method,
            Outcome outcome,
            OptionalDouble effect,
            OptionalDouble statistic,
            OptionalDouble df,
            OptionalDouble p,
            OptionalDouble log10P) {}
}
