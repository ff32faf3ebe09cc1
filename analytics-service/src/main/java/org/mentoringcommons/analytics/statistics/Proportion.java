package org.mentoringcommons.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A share of people, always with its numerator and denominator, and the confidence intervals of a binomial proportion
 * (0 to 1). Wilson is the default; the others are there on request.
 *
 * @param numerator people counted
 * @param denominator people asked
 */
public record Proportion(long numerator, long denominator) {
    /** The default interval. */
    public static final Method WILSON = Method.first("Wilson score interval");
    /** The conservative interval. */
    public static final Method CLOPPER_PEARSON = Method.first("Clopper-Pearson exact interval");
    /** The Bayesian interval with Jeffreys' prior, 0 or 1 at the ends. */
    public static final Method JEFFREYS = Method.first("Jeffreys interval, 0 or 1 at the ends");
    /** The interval of Agresti and Coull, kept within 0 and 1. */
    public static final Method AGRESTI_COULL = Method.first("Agresti-Coull interval");

    /** @throws IllegalArgumentException unless 0 &lt;= numerator &lt;= denominator */
    public Proportion {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("not a share: " + numerator + " of " + denominator);
        }
    }

    /** {@return numerator / denominator; absent when nobody was asked} */
    public OptionalDouble value() {
        return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) numerator / denominator);
    }

    /**
     * {@return the percentage in tenths, rounded half up in integer arithmetic, for pages: 896 means 89.6 %; absent when
     * nobody was asked}
     */
    public OptionalLong perMille() {
        return denominator == 0
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Math.addExact(Math.multiplyExact(2_000L, numerator), denominator) / (2 * denominator));
    }

    /** {@return the 95 % Wilson score interval; absent when nobody was asked} */
    public Optional<Interval> wilson() {
        return wilson(Level.USUAL);
    }

    /** {@return Wilson's score interval; absent when nobody was asked} */
    public Optional<Interval> wilson(double level) {
        double z = z(level);
        if (denominator == 0) {
            return Optional.empty();
        }
        double n = denominator;
        double p = numerator / n;
        double middle = p + z * z / 2 / n;
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / 4 / n / n);
        double scale = 1 + z * z / n;
        return Optional.of(new Interval(
                numerator == 0 ? 0 : (middle - half) / scale,
                numerator == denominator ? 1 : (middle + half) / scale,
                level));
    }

    /** {@return Clopper and Pearson's exact interval; absent when nobody was asked} */
    public Optional<Interval> clopperPearson(double level) {
        double tail = Level.tail(level);
        if (denominator == 0) {
            return Optional.empty();
        }
        return Optional.of(new Interval(
                numerator == 0 ? 0 : Beta.quantile(tail, numerator, denominator - numerator + 1.0),
                numerator == denominator ? 1 : Beta.upperQuantile(tail, numerator + 1.0, denominator - numerator),
                level));
    }

    /** {@return Jeffreys' interval, 0 or 1 at the ends; absent when nobody was asked} */
    public Optional<Interval> jeffreys(double level) {
        return jeffreysUnadjusted(level)
                .map(plain -> new Interval(
                        numerator == 0 ? 0 : plain.lower(), numerator == denominator ? 1 : plain.upper(), level));
    }

    /** {@return the plain quantiles of Jeffreys' posterior, without setting the ends; absent when nobody was asked} */
    public Optional<Interval> jeffreysUnadjusted(double level) {
        double tail = Level.tail(level);
        if (denominator == 0) {
            return Optional.empty();
        }
        double a = numerator + 0.5;
        double b = denominator - numerator + 0.5;
        return Optional.of(new Interval(Beta.quantile(tail, a, b), Beta.upperQuantile(tail, a, b), level));
    }

    /** {@return Agresti and Coull's interval, kept within 0 and 1; absent when nobody was asked} */
    public Optional<Interval> agrestiCoull(double level) {
        double z = z(level);
        if (denominator == 0) {
            return Optional.empty();
        }
        double n = denominator + z * z;
        double p = (numerator + z * z / 2) / n;
        double half = z * Math.sqrt(p * (1 - p) / n);
        return Optional.of(new Interval(Math.max(0, p - half), Math.min(1, p + half), level));
    }

    private static double z(double level) {
        return -Normal.quantile(Level.tail(level));
    }
}
