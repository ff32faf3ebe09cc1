package org.mentoringcommons.analytics.statistics;

import java.util.OptionalDouble;

/**
 * Mann and Whitney's (Wilcoxon's rank-sum) test of two independent groups from counts, tie-corrected, with the exact
 * conditional p for small groups, Cliff's delta and the probability of superiority. Immutable.
 */
public final class MannWhitney {
    private static final int LARGEST_EXACT = 500;
    private static final MannWhitney DEFAULTS = new MannWhitney(100);

    private final int exactUpTo;

    private MannWhitney(int exactUpTo) {
        this.exactUpTo = exactUpTo;
    }

    /** {@return the two-sided test, exact up to 100 people in both groups together} */
    public static MannWhitney withDefaults() {
        return DEFAULTS;
    }

    /** {@return this test with the exact p for up to so many people together, 0 (never) to 500 (seconds)} */
    public MannWhitney withExactUpTo(int people) {
        if (people < 0 || people > LARGEST_EXACT) {
            throw new IllegalArgumentException("limit outside 0 to 500: " + people);
        }
        return new MannWhitney(people);
    }

    /**
     * Tests whether one group tends to larger values.
     *
     * @param one counts of the first group
     * @param other counts of the second group, same unit
     * @return the result; without numbers where a group is empty, without p where all observations are equal
     */
    public Result test(Counts one, Counts other) {
        Method method = Method.first("Mann-Whitney U, tie-corrected, no continuity correction");
        OptionalDouble none = OptionalDouble.empty();
        if (one.isEmpty() || other.isEmpty()) {
            Outcome outcome = one.isEmpty() && other.isEmpty() ? Outcome.NO_DATA : Outcome.ONE_GROUP;
            return new Result(method, outcome, one.n(), other.n(), none, none, none, none, none, none, none, none);
        }
        PooledRanks ranks = PooledRanks.of(java.util.List.of(one, other));
        double pairs = (double) one.n() * other.n();
        double excess = ranks.meanExcess(one) * one.n();
        double u = pairs / 2 + excess;
        OptionalDouble cliff = OptionalDouble.of(2 * excess / pairs);
        OptionalDouble superiority = OptionalDouble.of(u / pairs);
        if (ranks.all().distinct() < 2) {
            return new Result(
                    method,
                    Outcome.CONSTANT,
                    one.n(),
                    other.n(),
                    OptionalDouble.of(u),
                    none,
                    none,
                    none,
                    none,
                    none,
                    cliff,
                    superiority);
        }
        double sd = Math.sqrt(pairs / ranks.all().n() * ranks.rankVariance());
        double z = excess / sd;
        double corrected = (excess - Math.signum(excess) * 0.5) / sd;
        return new Result(
                method,
                Outcome.COMPUTED,
                one.n(),
                other.n(),
                OptionalDouble.of(u),
                OptionalDouble.of(z),
                OptionalDouble.of(Normal.twoSided(z)),
                OptionalDouble.of(Normal.log10TwoSided(z)),
                OptionalDouble.of(Normal.twoSided(corrected)),
                ranks.all().n() <= exactUpTo
                        ? OptionalDouble.of(RankSumDistribution.twoSided(ranks, one))
                        : OptionalDouble.empty(),
                cliff,
                superiority);
    }

    /**
     * What the test found; signs are positive when the first group is larger.
     *
     * @param method the test
     * @param outcome COMPUTED, or why numbers are absent
     * @param nOne people in the first group
     * @param nOther people in the second group
     * @param u pairs in which the first is larger, ties half (R's W)
     * @param z tie-corrected normal deviate
     * @param pAsymptotic two-sided normal p of z
     * @param log10PAsymptotic its log10, finite when it underflows
     * @param pContinuityCorrected the same with 0.5 continuity correction (R's default with ties)
     * @param pExact exact conditional two-sided p, P(|U - E| &gt;= |u - E|); absent above the limit
     * @param cliffsDelta P(first larger) - P(second larger), -1 to 1
     * @param superiority P(first larger) + P(tie) / 2, 0 to 1
     */
    public record Result(
            Method method,
            Outcome outcome,
            long nOne,
            long nOther,
            OptionalDouble u,
            OptionalDouble z,
            OptionalDouble pAsymptotic,
            OptionalDouble log10PAsymptotic,
            OptionalDouble pContinuityCorrected,
            OptionalDouble pExact,
            OptionalDouble cliffsDelta,
            OptionalDouble superiority) {}
}
