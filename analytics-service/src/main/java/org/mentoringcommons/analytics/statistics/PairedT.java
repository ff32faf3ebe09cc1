package org.mentoringcommons.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/** Student's paired t test and the confidence interval of the mean gain, from counts of differences. Immutable. */
public final class PairedT {
    private static final Method METHOD = Method.first("paired t test");
    private static final PairedT DEFAULTS = new PairedT(Level.USUAL);

    private final double level;

    private PairedT(double level) {
        this.level = level;
    }

    /** {@return the two-sided test with a 95 % interval} */
    public static PairedT withDefaults() {
        return DEFAULTS;
    }

    /** {@return this test with another confidence level within (0, 1)} */
    public PairedT withLevel(double confidence) {
        return new PairedT(Level.check(confidence));
    }

    /**
     * Tests whether the mean gain is zero.
     *
     * @param table pairs of integer item sums
     * @return the result; without numbers below two pairs or where all differences are equal
     */
    public Result test(PairTable table) {
        Moments gain = Moments.of(table.differences(), table.unitsPerPoint());
        Outcome outcome = Outcome.NO_DATA;
        if (gain.n() > 0) {
            outcome =
                    gain.n() < 2 ? Outcome.TOO_FEW : gain.sd().getAsDouble() == 0 ? Outcome.CONSTANT : Outcome.COMPUTED;
        }
        if (outcome != Outcome.COMPUTED) {
            OptionalDouble none = OptionalDouble.empty();
            return new Result(METHOD, outcome, gain, none, Math.max(0, gain.n() - 1), none, none, Optional.empty());
        }
        double mean = gain.mean().getAsDouble();
        double error = gain.sd().getAsDouble() / Math.sqrt(gain.n());
        double df = gain.n() - 1;
        double t = mean / error;
        double half = Student.twoSidedQuantile(level, df) * error;
        return new Result(
                METHOD,
                outcome,
                gain,
                OptionalDouble.of(t),
                gain.n() - 1,
                OptionalDouble.of(Student.twoSided(t, df)),
                OptionalDouble.of(Student.log10TwoSided(t, df)),
                Optional.of(new Interval(mean - half, mean + half, level)));
    }

    /**
     * What the test found.
     *
     * @param method the test
     * @param outcome COMPUTED, or why there are no numbers
     * @param gain moments of the gain in scale points
     * @param t statistic
     * @param df degrees of freedom, n - 1
     * @param p two-sided
     * @param log10P log10 of p, finite when p underflows
     * @param meanInterval confidence interval of the mean gain, in scale points
     */
    public record Result(
            Method method,
            Outcome outcome,
            Moments gain,
            OptionalDouble t,
            long df,
            OptionalDouble p,
            OptionalDouble log10P,
            Optional<Interval> meanInterval) {}
}
