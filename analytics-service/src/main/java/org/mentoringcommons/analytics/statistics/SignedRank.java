package org.mentoringcommons.analytics.statistics;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Wilcoxon's signed-rank test of paired answers, from counts of differences. Primary: zeros dropped, the exact conditional
 * p (permutation distribution of the mid-ranks, by dynamic programming) up to a number of non-zero pairs, else the
 * tie-corrected normal approximation without continuity correction, which is always given beside it and is what SPSS NPAR
 * TESTS and R's {@code wilcox.test(exact=FALSE, correct=FALSE)} print.
 *
 * <pre>{@code
 * SignedRank.Result result = SignedRank.withDefaults().test(table);
 * SignedRank.Result sensitivity = SignedRank.withDefaults().with(SignedRank.Zeros.PRATT).test(table);
 * }</pre>
 *
 * Immutable.
 */
public final class SignedRank {
    /** What becomes of people whose answer did not change. */
    public enum Zeros {
        /** Wilcoxon: dropped before ranking. */
        DROP("zeros dropped"),
        /** Pratt: ranked with the others, then dropped. */
        PRATT("zeros ranked, then dropped (Pratt)"),
        /** Ranked with the others, half of their ranks given to each side; never exact. */
        SPLIT("zeros ranked and split between both signs");

        private final String words;

        Zeros(String words) {
            this.words = words;
        }
    }

    private static final SignedRank DEFAULTS = new SignedRank(Zeros.DROP, 1_000);

    private final Zeros zeros;
    private final long exactUpTo;

    private SignedRank(Zeros zeros, long exactUpTo) {
        this.zeros = zeros;
        this.exactUpTo = exactUpTo;
    }

    /** {@return the primary test: zeros dropped, exact up to 1,000 non-zero pairs} */
    public static SignedRank withDefaults() {
        return DEFAULTS;
    }

    /** {@return this test with another treatment of unchanged pairs} */
    public SignedRank with(Zeros treatment) {
        return new SignedRank(java.util.Objects.requireNonNull(treatment, "treatment"), exactUpTo);
    }

    /**
     * {@return this test with another limit for the exact p}
     *
     * @param nonZeroPairs at most so many non-zero pairs are tested exactly: 0 (never) to 10,000 (minutes without ties)
     * @throws IllegalArgumentException if outside 0 to 10,000
     */
    public SignedRank withExactUpTo(long nonZeroPairs) {
        if (nonZeroPairs < 0 || nonZeroPairs > 10_000) {
            throw new IllegalArgumentException("limit outside 0 to 10,000: " + nonZeroPairs);
        }
        return new SignedRank(zeros, nonZeroPairs);
    }

    /** {@return the test of now against before} */
    public Result test(PairTable table) {
        return test(table.differences());
    }

    /**
     * Tests differences now - before against symmetry about zero, two-sided.
     *
     * @param differences counts of integer differences
     * @return the result; {@link Outcome#NO_DATA} or {@link Outcome#ALL_ZERO} without p values where there is nothing to
     *     rank
     */
    public Result test(Counts differences) {
        SignedRanks ranks = SignedRanks.of(differences, zeros != Zeros.DROP);
        BigInteger plus = ranks.doubledPlus();
        BigInteger minus = ranks.doubledMinus();
        BigInteger squares = ranks.squares();
        if (zeros == Zeros.SPLIT) {
            BigInteger zeroRank = BigInteger.valueOf(ranks.zeroDoubledRank());
            BigInteger zeroSum = zeroRank.multiply(BigInteger.valueOf(ranks.zeros()));
            // doubled sums stay whole: a half of zeros * (zeros + 1)
            plus = plus.add(zeroSum.shiftRight(1));
            minus = minus.add(zeroSum.shiftRight(1));
            squares = squares.add(zeroSum.multiply(zeroRank));
        }
        Result untested = new Result(
                new Method("Wilcoxon signed-rank, " + zeros.words, "1.0"),
                differences.isEmpty() ? Outcome.NO_DATA : Outcome.ALL_ZERO,
                differences.n(),
                ranks.nPositive(),
                ranks.nNegative(),
                ranks.zeros(),
                plus.doubleValue() / 2,
                minus.doubleValue() / 2,
                ranks.tieTerm(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        if (ranks.nonZero() == 0) {
            return untested;
        }
        boolean exact = zeros != Zeros.SPLIT && ranks.nonZero() <= exactUpTo;
        Optional<SignedRankDistribution.Tail> tail =
                exact ? Optional.of(new SignedRankDistribution(ranks).twoSided()) : Optional.empty();
        double excess = plus.subtract(minus).doubleValue() / 4;
        double sd = Math.sqrt(squares.doubleValue()) / 4;
        return untested.tested(excess, sd, tail);
    }

    /**
     * What the test found. Two-sided p values; {@code W+ + W-} is fixed by the ranks.
     *
     * @param method the test and its treatment of zeros
     * @param outcome COMPUTED, or why there is no p value
     * @param n pairs, unchanged ones included
     * @param nPositive pairs whose answer rose
     * @param nNegative pairs whose answer fell
     * @param nZero pairs unchanged
     * @param wPlus sum of the mid-ranks of rises
     * @param wMinus sum of the mid-ranks of falls
     * @param tieTerm sum of t^3 - t over groups of t tied absolute non-zero differences
     * @param z (W+ - E) / SD, tie-corrected, no continuity correction; positive when answers rose
     * @param pAsymptotic normal two-sided p of z; underflows to 0, see {@code log10PAsymptotic}
     * @param log10PAsymptotic log10 of it, always finite
     * @param pContinuityCorrected the same with 0.5 continuity correction (R's default with ties before 4.6)
     * @param pExact exact conditional p; absent above the limit
     * @param log10PExact log10 of it
     */
    public record Result(
            Method method,
            Outcome outcome,
            long n,
            long nPositive,
            long nNegative,
            long nZero,
            double wPlus,
            double wMinus,
            BigInteger tieTerm,
            OptionalDouble z,
            OptionalDouble pAsymptotic,
            OptionalDouble log10PAsymptotic,
            OptionalDouble pContinuityCorrected,
            OptionalDouble pExact,
            OptionalDouble log10PExact) {

        /** {@return the primary p value: exact where it was computed, else asymptotic; absent if nothing was tested} */
        public OptionalDouble p() {
            return pExact.isPresent() ? pExact : pAsymptotic;
        }

        /** {@return log10 of {@link #p()}} */
        public OptionalDouble log10P() {
            return log10PExact.isPresent() ? log10PExact : log10PAsymptotic;
        }

        /** {@return the method with the law {@link #p()} comes from} */
        public Method methodOfP() {
            String law = pExact.isPresent()
                    ? "exact conditional p"
                    : "normal approximation, tie-corrected, no continuity correction";
            return new Method(method.name() + ", " + law, method.version());
        }

        private Result tested(double excess, double sd, Optional<SignedRankDistribution.Tail> tail) {
            double zValue = excess / sd;
            double corrected = (excess - Math.signum(excess) * 0.5) / sd;
            return new Result(
                    method,
                    Outcome.COMPUTED,
                    n,
                    nPositive,
                    nNegative,
                    nZero,
                    wPlus,
                    wMinus,
                    tieTerm,
                    OptionalDouble.of(zValue),
                    OptionalDouble.of(Normal.twoSided(zValue)),
                    OptionalDouble.of(Normal.log10TwoSided(zValue)),
                    OptionalDouble.of(Normal.twoSided(corrected)),
                    tail.map(exact -> OptionalDouble.of(exact.p())).orElse(OptionalDouble.empty()),
                    tail.map(exact -> OptionalDouble.of(exact.log10())).orElse(OptionalDouble.empty()));
        }
    }
}
