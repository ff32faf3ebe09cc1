package org.mentoringcommons.analytics.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Krippendorff's alpha: agreement of any number of coders with gaps, from the coincidences of their values. Immutable;
 * mergeable, exactly, because coincidences are kept as integers by the number of coders of a unit.
 */
public final class KrippendorffAlpha {
    /** How far two values disagree. */
    public enum Metric {
        /** Equal or not. */
        NOMINAL,
        /** By the number of values used between them. */
        ORDINAL,
        /** Squared difference. */
        INTERVAL
    }

    private final TreeMap<Integer, PairTable> byCoders;

    private KrippendorffAlpha(TreeMap<Integer, PairTable> byCoders) {
        this.byCoders = byCoders;
    }

    /** {@return a collector of units} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return what a metric's alpha is called} */
    public static Method method(Metric metric) {
        return Method.first("Krippendorff alpha, " + metric.name().toLowerCase(java.util.Locale.ROOT) + " metric");
    }

    /** {@return the units of both} */
    public KrippendorffAlpha plus(KrippendorffAlpha other) {
        TreeMap<Integer, PairTable> sum = new TreeMap<>(byCoders);
        other.byCoders.forEach((coders, table) -> sum.merge(coders, table, PairTable::plus));
        return new KrippendorffAlpha(sum);
    }

    /** {@return COMPUTED, or why alpha is absent: no unit with two values, or one value throughout} */
    public Outcome outcome() {
        int values = values().length;
        return values == 0 ? Outcome.NO_DATA : values == 1 ? Outcome.CONSTANT : Outcome.COMPUTED;
    }

    /** {@return alpha, at most 1, 0 as by chance; absent unless two different values coincide with any} */
    public OptionalDouble alpha(Metric metric) {
        if (outcome() != Outcome.COMPUTED) {
            return OptionalDouble.empty();
        }
        int[] values = values();
        int k = values.length;
        double[] frequency = new double[k];
        double[][] coincidence = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (var units : byCoders.entrySet()) {
                    coincidence[i][j] += units.getValue().count(values[i], values[j]) / (units.getKey() - 1.0);
                }
                frequency[i] += coincidence[i][j];
            }
        }
        double n = Arrays.stream(frequency).sum();
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double distance = distance(metric, values, frequency, i, j);
                observed += coincidence[i][j] * distance;
                expected += frequency[i] * frequency[j] * distance;
            }
        }
        return OptionalDouble.of(1 - (n - 1) * observed / expected);
    }

    private static double distance(Metric metric, int[] values, double[] frequency, int i, int j) {
        if (i == j) {
            return 0;
        }
        return switch (metric) {
            case NOMINAL -> 1;
            case INTERVAL -> ((double) values[i] - values[j]) * ((double) values[i] - values[j]);
            case ORDINAL -> {
                double between = -(frequency[i] + frequency[j]) / 2;
                for (int at = Math.min(i, j); at <= Math.max(i, j); at++) {
                    between += frequency[at];
                }
                yield between * between;
            }
        };
    }

    private int[] values() {
        return byCoders.values().stream()
                .flatMap(table -> table.before().toMap().keySet().stream())
                .distinct()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** Collects units; not safe for use by several threads. */
    public static final class Builder {
        private final TreeMap<Integer, PairTable.Builder> byCoders = new TreeMap<>();

        private Builder() {}

        /** Adds one unit with the values its coders gave; with fewer than two values it carries no information. */
        public Builder add(int... values) {
            return add(1, values);
        }

        /**
         * Adds equal units.
         *
         * @param units how many
         * @param values the values their coders gave
         * @return this builder
         */
        public Builder add(long units, int[] values) {
            if (values.length >= 2) {
                PairTable.Builder table = byCoders.computeIfAbsent(values.length, coders -> PairTable.builder(1));
                for (int i = 0; i < values.length; i++) {
                    for (int j = 0; j < values.length; j++) {
                        if (i != j) {
                            table.add(values[i], values[j], units);
                        }
                    }
                }
            }
            return this;
        }

        /** {@return the immutable coincidences} */
        public KrippendorffAlpha build() {
            TreeMap<Integer, PairTable> tables = new TreeMap<>();
            byCoders.forEach((coders, table) -> tables.put(coders, table.build()));
            return new KrippendorffAlpha(tables);
        }
    }
}
