package org.mentoringcommons.analytics.statistics;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Friedman's rank test of the same people over several waves, tie-corrected, with Kendall's W. Immutable. */
public final class Friedman {
    private static final Method METHOD = Method.first("Friedman rank sum test, tie-corrected, with Kendall's W");
    private static final Friedman DEFAULTS = new Friedman();

    private Friedman() {}

    /** {@return the test} */
    public static Friedman withDefaults() {
        return DEFAULTS;
    }

    /**
     * Tests whether the waves differ.
     *
     * @param patterns people who answered every wave
     * @return the result; without numbers where nobody answered or everybody gave one answer throughout
     */
    public Result test(RankPatterns patterns) {
        long n = patterns.n();
        int k = patterns.waves();
        double[] doubledSums = new double[k];
        double ties = 0;
        for (Map.Entry<List<Integer>, Long> pattern : patterns.byDoubledRanks().entrySet()) {
            List<Integer> ranks = pattern.getKey();
            for (int wave = 0; wave < k; wave++) {
                int rank = ranks.get(wave);
                doubledSums[wave] += (double) rank * pattern.getValue();
                double tied = ranks.stream().filter(other -> other == rank).count();
                // each of t tied waves adds a t-th of t^3 - t
                ties += (tied * tied - 1) * pattern.getValue();
            }
        }
        double spread = (double) n * k * (k + 1) - ties / (k - 1);
        OptionalDouble none = OptionalDouble.empty();
        if (n == 0 || spread <= 0) {
            return new Result(METHOD, n == 0 ? Outcome.NO_DATA : Outcome.CONSTANT, n, k, none, k - 1, none, none, none);
        }
        double squares = 0;
        for (double doubled : doubledSums) {
            double excess = (doubled - (double) n * (k + 1)) / 2;
            squares += excess * excess;
        }
        double chiSquared = 12 * squares / spread;
        return new Result(
                METHOD,
                Outcome.COMPUTED,
                n,
                k,
                OptionalDouble.of(chiSquared),
                k - 1,
                OptionalDouble.of(ChiSquared.survival(chiSquared, k - 1)),
                OptionalDouble.of(ChiSquared.log10Survival(chiSquared, k - 1)),
                OptionalDouble.of(chiSquared / ((double) n * (k - 1))));
    }

    /**
     * What the test found.
     *
     * @param method the test
     * @param outcome COMPUTED, or why there are no numbers
     * @param n people who answered every wave
     * @param waves number of waves k
     * @param chiSquared tie-corrected statistic
     * @param df k - 1
     * @param p upper chi-squared tail
     * @param log10P log10 of p, finite when p underflows
     * @param kendallW agreement, chi squared / (n (k - 1)), 0 to 1
     */
    public record Result(
            Method method,
            Outcome outcome,
            long n,
            int waves,
            OptionalDouble chiSquared,
            int df,
            OptionalDouble p,
            OptionalDouble log10P,
            OptionalDouble kendallW) {}
}
