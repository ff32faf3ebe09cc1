package org.mentoringcommons.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Hodges and Lehmann's estimate of the typical gain: the median of ALL n(n+1)/2 Walsh averages, unchanged people kept, from
 * difference counts in O(B²) for B distinct differences. The interval takes the k-th smallest and largest Walsh average and
 * covers at least its level; ties make it conservative. Immutable.
 */
public final class HodgesLehmann {
    /** Where k comes from. */
    public enum Cut {
        /** The signed-rank law up to 1,000 pairs, the normal approximation above. */
        BY_SIZE,
        /** k = max(1, qsignrank(alpha/2, n)). */
        SIGNED_RANK,
        /** k = max(1, floor(N/2 - z sqrt(n(n+1)(2n+1)/24))). */
        NORMAL
    }

    private static final int EXACT_UP_TO = 1_000;
    private static final HodgesLehmann DEFAULTS = new HodgesLehmann(Cut.BY_SIZE, Level.USUAL);

    private final Cut cut;
    private final double level;

    private HodgesLehmann(Cut cut, double level) {
        this.cut = cut;
        this.level = level;
    }

    /** {@return the estimate with a 95 % interval cut by the size of the data} */
    public static HodgesLehmann withDefaults() {
        return DEFAULTS;
    }

    /** {@return this with another way to find k; SIGNED_RANK is meant for up to 10,000 pairs} */
    public HodgesLehmann with(Cut other) {
        return new HodgesLehmann(java.util.Objects.requireNonNull(other, "cut"), level);
    }

    /** {@return this with another confidence level within (0, 1)} */
    public HodgesLehmann withLevel(double confidence) {
        return new HodgesLehmann(cut, Level.check(confidence));
    }

    /** {@return the estimate of the gain in scale points} */
    public Result estimate(PairTable table) {
        return estimate(table.differences(), table.unitsPerPoint());
    }

    /**
     * Estimates the centre of symmetry.
     *
     * @param differences counts of integer differences
     * @param unitsPerPoint integer units in one scale point
     * @return the estimate and its interval in scale points; absent without data
     */
    public Result estimate(Counts differences, int unitsPerPoint) {
        long n = differences.n();
        boolean exact = cut == Cut.SIGNED_RANK || cut == Cut.BY_SIZE && n <= EXACT_UP_TO;
        Method method = Method.first("Hodges-Lehmann median of all Walsh averages, interval by "
                + (exact ? "the signed-rank law" : "normal approximation of the signed-rank law"));
        if (n == 0) {
            OptionalDouble none = OptionalDouble.empty();
            return new Result(method, Outcome.NO_DATA, 0, none, Optional.empty(), 0, none);
        }
        OrderedCounts sums = OrderedCounts.pairSums(differences);
        double scale = 2.0 * unitsPerPoint;
        double tail = Level.tail(level);
        UntiedSignedRank law = exact ? UntiedSignedRank.upToTail((int) n, tail) : null;
        long k = exact ? Math.max(1, law.quantile(tail)) : normalCut(n, tail);
        return new Result(
                method,
                Outcome.COMPUTED,
                n,
                OptionalDouble.of(sums.median() / scale),
                Optional.of(new Interval(sums.at(k) / scale, sums.at(sums.size() + 1 - k) / scale, level)),
                k,
                exact ? OptionalDouble.of(1 - 2 * law.cdf(k - 1)) : OptionalDouble.empty());
    }

    private static long normalCut(long n, double tail) {
        double half = n % 2 == 0 ? n / 2 * (n + 1.0) / 2 : n * ((n + 1.0) / 2) / 2;
        double sd = Math.sqrt((double) n * (n + 1.0) * (2.0 * n + 1) / 24);
        return Math.max(1, (long) Math.floor(half + Normal.quantile(tail) * sd));
    }

    /**
     * The estimate.
     *
     * @param method estimate and interval
     * @param outcome COMPUTED or NO_DATA
     * @param n differences, unchanged ones included
     * @param estimate in scale points
     * @param interval in scale points, coverage at least its level up to the approximation
     * @param k the interval's ends are the k-th smallest and k-th largest Walsh average
     * @param achievedLevel coverage without ties, by the signed-rank law; absent with the normal cut
     */
    public record Result(
            Method method,
            Outcome outcome,
            long n,
            OptionalDouble estimate,
            Optional<Interval> interval,
            long k,
            OptionalDouble achievedLevel) {}
}
