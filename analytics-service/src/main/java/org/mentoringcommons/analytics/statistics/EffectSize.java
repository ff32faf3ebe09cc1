package org.mentoringcommons.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Effect sizes of a paired comparison. Lead with the raw gain and its interval ({@link PairedT}); these make it comparable
 * across scales. Immutable.
 */
public final class EffectSize {
    private static final Method METHOD = Method.first("paired effect sizes");
    private static final Method NONCENTRAL = Method.first("d_z interval by noncentral t inversion (AS 243)");
    private static final Method APPROXIMATE = Method.first("d_z interval by normal approximation of the noncentral t");
    private static final EffectSize DEFAULTS = new EffectSize(Level.USUAL);

    private final double level;

    private EffectSize(double level) {
        this.level = level;
    }

    /** {@return effect sizes with a 95 % interval} */
    public static EffectSize withDefaults() {
        return DEFAULTS;
    }

    /** {@return these effect sizes with another confidence level within (0, 1)} */
    public EffectSize withLevel(double confidence) {
        return new EffectSize(Level.check(confidence));
    }

    /**
     * Computes them.
     *
     * @param table pairs of integer item sums
     * @return the effect sizes; each is absent where its denominator is zero or undefined
     */
    public Result of(PairTable table) {
        PairedMoments moments = PairedMoments.of(table);
        SignedRank.Result ranks = SignedRank.withDefaults().withExactUpTo(0).test(table);
        long n = table.n();
        if (n < 2) {
            OptionalDouble none = OptionalDouble.empty();
            Outcome outcome = n == 0 ? Outcome.NO_DATA : Outcome.TOO_FEW;
            return new Result(
                    METHOD,
                    outcome,
                    none,
                    Optional.empty(),
                    APPROXIMATE,
                    none,
                    none,
                    none,
                    none,
                    rankBiserial(ranks),
                    rByPairs(ranks),
                    superiority(ranks));
        }
        double mean = moments.gain().mean().getAsDouble();
        double sdBefore = moments.before().sd().getAsDouble();
        double sdNow = moments.now().sd().getAsDouble();
        OptionalDouble dz = ratio(mean, moments.gain().sd().getAsDouble());
        boolean series = dz.isPresent()
                && n - 1 <= 400_000
                && Math.abs(dz.getAsDouble()) * Math.sqrt(n) + 6 < NoncentralT.LARGEST_SERIES;
        return new Result(
                METHOD,
                dz.isPresent() ? Outcome.COMPUTED : Outcome.CONSTANT,
                dz,
                dz.isPresent() ? Optional.of(interval(dz.getAsDouble(), n)) : Optional.empty(),
                series ? NONCENTRAL : APPROXIMATE,
                times(dz, n > 2 ? HedgesCorrection.of(n - 1) : 0),
                ratio(mean, (sdBefore + sdNow) / 2),
                ratio(mean, sdBefore),
                moments.correlation().isPresent()
                        ? times(dz, Math.sqrt(2 * (1 - moments.correlation().getAsDouble())))
                        : OptionalDouble.empty(),
                rankBiserial(ranks),
                rByPairs(ranks),
                superiority(ranks));
    }

    private Interval interval(double dz, long n) {
        double root = Math.sqrt(n);
        Interval shift = NoncentralT.noncentrality(dz * root, n - 1.0, level);
        return new Interval(shift.lower() / root, shift.upper() / root, level);
    }

    private static OptionalDouble rankBiserial(SignedRank.Result ranks) {
        return ratio(ranks.wPlus() - ranks.wMinus(), ranks.wPlus() + ranks.wMinus());
    }

    private static OptionalDouble rByPairs(SignedRank.Result ranks) {
        return ranks.z().isPresent()
                ? OptionalDouble.of(Math.abs(ranks.z().getAsDouble()) / Math.sqrt(ranks.n()))
                : OptionalDouble.empty();
    }

    private static OptionalDouble superiority(SignedRank.Result ranks) {
        return ratio(ranks.nPositive() + 0.5 * ranks.nZero(), ranks.n());
    }

    private static OptionalDouble ratio(double numerator, double denominator) {
        return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of(numerator / denominator);
    }

    private static OptionalDouble times(OptionalDouble value, double factor) {
        return value.isPresent() && factor > 0
                ? OptionalDouble.of(value.getAsDouble() * factor)
                : OptionalDouble.empty();
    }

    /**
     * The effect sizes, positive when answers rose.
     *
     * @param method the definitions
     * @param outcome COMPUTED, or why d_z is absent
     * @param dz mean gain / SD of gains
     * @param dzInterval its confidence interval
     * @param dzIntervalMethod how the interval was found: AS 243 or, for many people or huge effects, its normal
     *     approximation
     * @param gz d_z times Hedges' exact J with n - 1 degrees of freedom; needs three pairs
     * @param dav mean gain / mean of the SDs before and now
     * @param glassDelta mean gain / SD before
     * @param drm d_z sqrt(2 (1 - r)); absent without a correlation or when r = 1
     * @param rankBiserial matched-pairs (W+ - W-) / (W+ + W-), zeros dropped, -1 to 1
     * @param rByPairs |z| / sqrt(all pairs, unchanged included) of the signed-rank test
     * @param superiority P(improved) + P(same) / 2, 0 to 1
     */
    public record Result(
            Method method,
            Outcome outcome,
            OptionalDouble dz,
            Optional<Interval> dzInterval,
            Method dzIntervalMethod,
            OptionalDouble gz,
            OptionalDouble dav,
            OptionalDouble glassDelta,
            OptionalDouble drm,
            OptionalDouble rankBiserial,
            OptionalDouble rByPairs,
            OptionalDouble superiority) {}
}
