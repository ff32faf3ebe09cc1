package org.mentoringcommons.analytics.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjustments of p values for having asked several questions. Holm over the scales of one declared family;
 * Benjamini-Hochberg for lists of items and sites.
 */
public enum Multiplicity {
    /** p times the number of questions. */
    BONFERRONI("Bonferroni"),
    /** Step-down Bonferroni; controls the family-wise error under any dependence. */
    HOLM("Holm"),
    /** Step-up version of Holm; needs independence or positive dependence. */
    HOCHBERG("Hochberg"),
    /** Hommel's closed Simes test; needs independence or positive dependence. */
    HOMMEL("Hommel"),
    /** False discovery rate under independence or positive dependence. */
    BENJAMINI_HOCHBERG("Benjamini-Hochberg false discovery rate"),
    /** False discovery rate under any dependence. */
    BENJAMINI_YEKUTIELI("Benjamini-Yekutieli false discovery rate");

    private final Method method;

    Multiplicity(String name) {
        this.method = Method.first(name);
    }

    /** {@return what this adjustment is called} */
    public Method method() {
        return method;
    }

    /**
     * Adjusts a family.
     *
     * @param p unadjusted values, each 0 to 1
     * @return adjusted values in the same order, none above 1
     * @throws IllegalArgumentException if a value is no probability
     */
    public double[] adjust(double... p) {
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("not a probability: " + value);
            }
        }
        int m = p.length;
        int[] order = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ascending = Arrays.stream(order).mapToDouble(i -> p[i]).toArray();
        double[] adjusted = adjustAscending(ascending);
        double[] result = new double[m];
        for (int rank = 0; rank < m; rank++) {
            result[order[rank]] = Math.min(1, adjusted[rank]);
        }
        return result;
    }

    /**
     * Adjusts a family by Holm in logarithms, where p values underflow.
     *
     * @param log10P log10 of the unadjusted values, none above 0
     * @return log10 of the adjusted values in the same order, none above 0
     * @throws IllegalArgumentException if a value is no logarithm of a probability
     */
    public static double[] holmLog10(double... log10P) {
        for (double value : log10P) {
            if (!(value <= 0)) {
                throw new IllegalArgumentException("not the logarithm of a probability: " + value);
            }
        }
        int[] order = IntStream.range(0, log10P.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> log10P[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] result = new double[log10P.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int rank = 0; rank < order.length; rank++) {
            largest = Math.max(largest, Math.log10(order.length - rank) + log10P[order[rank]]);
            result[order[rank]] = Math.min(0, largest);
        }
        return result;
    }

    private double[] adjustAscending(double[] p) {
        int m = p.length;
        return switch (this) {
            case BONFERRONI -> Arrays.stream(p).map(value -> value * m).toArray();
            case HOLM -> stepDown(p);
            case HOCHBERG -> stepUp(p, rank -> m - rank);
            case HOMMEL -> hommel(p);
            case BENJAMINI_HOCHBERG -> stepUp(p, rank -> (double) m / (rank + 1));
            case BENJAMINI_YEKUTIELI -> {
                double harmonic =
                        IntStream.rangeClosed(1, m).mapToDouble(i -> 1.0 / i).sum();
                yield stepUp(p, rank -> harmonic * m / (rank + 1));
            }
        };
    }

    private static double[] stepDown(double[] p) {
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int rank = 0; rank < p.length; rank++) {
            largest = Math.max(largest, (p.length - rank) * p[rank]);
            adjusted[rank] = largest;
        }
        return adjusted;
    }

    private static double[] stepUp(double[] p, java.util.function.IntToDoubleFunction factor) {
        double[] adjusted = new double[p.length];
        double smallest = 1;
        for (int rank = p.length - 1; rank >= 0; rank--) {
            smallest = Math.min(smallest, factor.applyAsDouble(rank) * p[rank]);
            adjusted[rank] = smallest;
        }
        return adjusted;
    }

    /** Wright's (1992) algorithm. */
    private static double[] hommel(double[] p) {
        int m = p.length;
        double simes =
                IntStream.range(0, m).mapToDouble(i -> m * p[i] / (i + 1)).min().orElse(1);
        double[] adjusted = new double[m];
        Arrays.fill(adjusted, simes);
        double[] candidate = adjusted.clone();
        for (int size = m - 1; size >= 2; size--) {
            int first = m - size + 1;
            double smallest = Double.POSITIVE_INFINITY;
            for (int i = first; i < m; i++) {
                smallest = Math.min(smallest, size * p[i] / (2.0 + i - first));
            }
            for (int i = 0; i < first; i++) {
                candidate[i] = Math.min(size * p[i], smallest);
            }
            for (int i = first; i < m; i++) {
                candidate[i] = candidate[first - 1];
            }
            for (int i = 0; i < m; i++) {
                adjusted[i] = Math.max(adjusted[i], candidate[i]);
            }
        }
        for (int i = 0; i < m; i++) {
            adjusted[i] = Math.max(adjusted[i], p[i]);
        }
        return adjusted;
    }
}
