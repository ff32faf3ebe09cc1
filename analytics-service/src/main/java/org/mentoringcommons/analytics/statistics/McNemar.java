package org.mentoringcommons.analytics.statistics;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * McNemar's test of a yes/no answer given twice by the same people: only those who changed carry information. The mid-p is
 * the default to print.
 *
 * @param yesToNo people who changed from yes to no
 * @param noToYes people who changed from no to yes
 */
public record McNemar(long yesToNo, long noToYes) {
    /** The version to print. */
    public static final Method MID_P = Method.first("McNemar mid-p");
    /** The conservative version. */
    public static final Method EXACT = Method.first("McNemar exact binomial");

    /** @throws IllegalArgumentException if a count is negative or there are more than 2^31 - 1 changes */
    public McNemar {
        if (yesToNo < 0 || noToYes < 0 || yesToNo + noToYes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("counts of changes: " + yesToNo + ", " + noToYes);
        }
    }

    /** {@return COMPUTED, or ALL_ZERO where nobody changed} */
    public Outcome outcome() {
        return changes() == 0 ? Outcome.ALL_ZERO : Outcome.COMPUTED;
    }

    private long changes() {
        return yesToNo + noToYes;
    }

    /** {@return (b - c)^2 / (b + c), one degree of freedom; absent where nobody changed} */
    public OptionalDouble chiSquared() {
        return statistic(Math.abs(yesToNo - noToYes));
    }

    /** {@return (|b - c| - 1)^2 / (b + c), 0 where b = c; absent where nobody changed} */
    public OptionalDouble chiSquaredCorrected() {
        return statistic(Math.max(0, Math.abs(yesToNo - noToYes) - 1));
    }

    private OptionalDouble statistic(double difference) {
        return changes() == 0 ? OptionalDouble.empty() : OptionalDouble.of(difference * difference / changes());
    }

    /** {@return the exact two-sided binomial p; absent where nobody changed} */
    public OptionalDouble exactP() {
        return changes() == 0 ? OptionalDouble.empty() : OptionalDouble.of(exact());
    }

    /** {@return the exact p less the probability of the table itself; absent where nobody changed} */
    public OptionalDouble midP() {
        return changes() == 0 ? OptionalDouble.empty() : OptionalDouble.of(exact() - law().probability((int) yesToNo));
    }

    private double exact() {
        return Math.min(1, 2 * law().cumulativeProbability((int) Math.min(yesToNo, noToYes)));
    }

    private BinomialDistribution law() {
        return BinomialDistribution.of((int) changes(), 0.5);
    }
}
