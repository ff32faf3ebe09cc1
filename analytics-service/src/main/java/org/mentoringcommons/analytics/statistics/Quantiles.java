package org.mentoringcommons.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Quantiles and boxplot figures from counts, in scale points.
 *
 * <p>Arithmetic follows R step by step in scale points, so that an answer lying exactly on a boxplot fence is judged the
 * way R and ggplot2 judge it.
 */
public final class Quantiles {
    /** How the position between two observations is found (Hyndman and Fan's numbering). */
    public enum Type {
        /** SPSS (HAVERAGE): position (n + 1) p. */
        TYPE_6,
        /** R, ggplot2, NumPy, spreadsheets: position 1 + (n - 1) p. The default. */
        TYPE_7
    }

    private final Counts counts;
    private final double unitsPerPoint;

    private Quantiles(Counts counts, int unitsPerPoint) {
        this.counts = counts;
        this.unitsPerPoint = unitsPerPoint;
    }

    /** {@return the quantiles of counted values; {@code unitsPerPoint} integer units make one scale point} */
    public static Quantiles of(Counts counts, int unitsPerPoint) {
        return new Quantiles(counts, unitsPerPoint);
    }

    /** {@return the definition used for a type} */
    public static Method method(Type type) {
        return Method.first(type == Type.TYPE_7 ? "quantile type 7 (R)" : "quantile type 6 (SPSS)");
    }

    /** {@return the median in scale points; absent without data} */
    public OptionalDouble median() {
        return at(0.5, Type.TYPE_7);
    }

    /**
     * {@return a quantile in scale points; absent without data}
     *
     * @param p share below, 0 to 1
     * @param type position rule
     */
    public OptionalDouble at(double p, Type type) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("share outside 0 to 1: " + p);
        }
        if (counts.isEmpty()) {
            return OptionalDouble.empty();
        }
        long n = counts.n();
        if (type == Type.TYPE_7) {
            double index = 1 + (n - 1) * p;
            return OptionalDouble.of(between((long) Math.floor(index), index - Math.floor(index)));
        }
        double position = (n + 1) * p;
        double fuzz = 4 * Math.ulp(1.0);
        long below = (long) Math.floor(position + fuzz);
        double share = position - below;
        return OptionalDouble.of(between(below, Math.abs(share) < fuzz ? 0 : share));
    }

    /** {@return Tukey's minimum, lower hinge, median, upper hinge, maximum; empty without data} */
    public Optional<FiveNumbers> tukey() {
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        long n = counts.n();
        double depth = Math.floor((n + 3) / 2.0) / 2;
        return Optional.of(
                new FiveNumbers(middle(1), middle(depth), middle((n + 1) / 2.0), middle(n + 1 - depth), middle(n)));
    }

    /** {@return minimum, quartiles and maximum by type 7; empty without data} */
    public Optional<FiveNumbers> quartiles() {
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FiveNumbers(seven(0), seven(0.25), seven(0.5), seven(0.75), seven(1)));
    }

    /** {@return the whiskers of a boxplot by ggplot2's rule: extreme data within 1.5 type-7 interquartile ranges} */
    public Optional<Whiskers> whiskers() {
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        double q1 = seven(0.25);
        double q3 = seven(0.75);
        double reach = 1.5 * (q3 - q1);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        long outside = 0;
        for (int i = 0; i < counts.distinct(); i++) {
            double value = counts.value(i) / unitsPerPoint;
            if (value < q1 - reach || value > q3 + reach) {
                outside += counts.count(i);
            } else {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
            }
        }
        return Optional.of(new Whiskers(lowest, highest, outside));
    }

    private double seven(double p) {
        return at(p, Type.TYPE_7).getAsDouble();
    }

    private double middle(double position) {
        return 0.5 * (ordered((long) Math.floor(position)) + ordered((long) Math.ceil(position)));
    }

    private double between(long below, double share) {
        double low = ordered(below);
        double high = share > 0 ? ordered(below + 1) : low;
        return low == high ? low : (1 - share) * low + share * high;
    }

    /** The k-th smallest value, k from 1, the ends repeated beyond the data. */
    private double ordered(long k) {
        long left = Math.max(1, Math.min(counts.n(), k));
        int i = 0;
        while (left > counts.count(i)) {
            left -= counts.count(i);
            i++;
        }
        return counts.value(i) / unitsPerPoint;
    }

    /**
     * Five numbers in scale points, ascending.
     *
     * @param minimum smallest value
     * @param lower lower quartile or hinge
     * @param median middle
     * @param upper upper quartile or hinge
     * @param maximum largest value
     */
    public record FiveNumbers(double minimum, double lower, double median, double upper, double maximum) {}

    /**
     * Ends of a boxplot's whiskers in scale points.
     *
     * @param lower lowest value within the fences
     * @param upper highest value within the fences
     * @param outside observations beyond the fences
     */
    public record Whiskers(double lower, double upper, long outside) {}
}
