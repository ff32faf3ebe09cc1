package org.mentoringcommons.analytics.statistics;

import java.util.OptionalDouble;

/**
 * A 2 × 2 table of two groups and a yes/no answer: Pearson's chi-squared and Fisher's exact test.
 *
 * @param yesOne first group, yes
 * @param noOne first group, no
 * @param yesOther second group, yes
 * @param noOther second group, no
 */
public record ContingencyTable(long yesOne, long noOne, long yesOther, long noOther) {
    /** The large-sample test. */
    public static final Method PEARSON = Method.first("Pearson chi-squared, no continuity correction");
    /** The exact test. */
    public static final Method FISHER = Method.first("Fisher exact test, two-sided by probability");

    /** @throws IllegalArgumentException if a count is negative */
    public ContingencyTable {
        if (Math.min(Math.min(yesOne, noOne), Math.min(yesOther, noOther)) < 0) {
            throw new IllegalArgumentException("negative count");
        }
    }

    private boolean isDetermined() {
        return yesOne + noOne > 0 && yesOther + noOther > 0 && yesOne + yesOther > 0 && noOne + noOther > 0;
    }

    /** {@return COMPUTED, or why chi-squared is absent: a group or an answer that does not occur} */
    public Outcome outcome() {
        if (isDetermined()) {
            return Outcome.COMPUTED;
        }
        boolean nobody = yesOne + noOne + yesOther + noOther == 0;
        boolean oneGroup = yesOne + noOne == 0 || yesOther + noOther == 0;
        return nobody ? Outcome.NO_DATA : oneGroup ? Outcome.ONE_GROUP : Outcome.CONSTANT;
    }

    /** {@return Pearson's statistic with one degree of freedom; absent if a margin is zero} */
    public OptionalDouble chiSquared() {
        if (!isDetermined()) {
            return OptionalDouble.empty();
        }
        double n = (double) yesOne + noOne + yesOther + noOther;
        double product = (double) yesOne * noOther - (double) noOne * yesOther;
        double margins =
                ((double) yesOne + noOne) * (yesOther + noOther) * ((double) yesOne + yesOther) * (noOne + noOther);
        return OptionalDouble.of(n * product / margins * product);
    }

    /** {@return the p of {@link #chiSquared()}} */
    public OptionalDouble chiSquaredP() {
        OptionalDouble statistic = chiSquared();
        return statistic.isPresent()
                ? OptionalDouble.of(ChiSquared.survival(statistic.getAsDouble(), 1))
                : OptionalDouble.empty();
    }

    /** {@return Fisher's exact two-sided p: all tables with these margins that are no more probable; 1 if only one is} */
    public double fisherP() {
        long group = yesOne + noOne;
        long yes = yesOne + yesOther;
        long n = group + yesOther + noOther;
        long low = Math.max(0, group + yes - n);
        long high = Math.min(group, yes);
        int size = Math.toIntExact(high - low + 1);
        double[] weight = new double[size];
        // outwards from the most probable table, so that nothing overflows
        int mode = (int) (Math.max(low, Math.min(high, (long) ((group + 1.0) * (yes + 1.0) / (n + 2.0)))) - low);
        weight[mode] = 1;
        for (int i = mode + 1; i < size; i++) {
            double x = low + i - 1.0;
            weight[i] = weight[i - 1] * ((group - x) * (yes - x)) / ((x + 1) * (n - group - yes + x + 1));
        }
        for (int i = mode - 1; i >= 0; i--) {
            double x = low + i;
            weight[i] = weight[i + 1] * ((x + 1) * (n - group - yes + x + 1)) / ((group - x) * (yes - x));
        }
        double limit = weight[(int) (yesOne - low)] * (1 + 1e-7);
        double every = 0;
        double extreme = 0;
        for (double one : weight) {
            every += one;
            extreme += one <= limit ? one : 0;
        }
        return Math.min(1, extreme / every);
    }
}
