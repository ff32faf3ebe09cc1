package org.mentoringcommons.analytics.statistics;

import java.nio.DoubleBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Workshops with equally many people and equal predictors, added up: to the likelihood only their sums matter, so that a
 * million workshops of a few sizes and lengths cost as much as a few hundred.
 */
final class AlikeClusters {
    private final CrossProducts form;
    private final int outcome;
    private final double[] outcomeTimes;
    private long clusters;
    private double squaresOfPeople;
    private double squaresOfClusters;

    private AlikeClusters(CrossProducts form) {
        this.form = form;
        this.outcome = form.variables() - 1;
        this.outcomeTimes = new double[form.variables()];
    }

    /** Groups clusters; the centre is taken off every outcome. */
    static Collection<AlikeClusters> of(Collection<CrossProducts> clusters, double centre) {
        Map<DoubleBuffer, AlikeClusters> groups = new LinkedHashMap<>();
        for (CrossProducts cluster : clusters) {
            groups.computeIfAbsent(predictors(cluster), key -> new AlikeClusters(cluster))
                    .add(cluster, centre);
        }
        return groups.values();
    }

    private static DoubleBuffer predictors(CrossProducts cluster) {
        int p = cluster.variables() - 1;
        DoubleBuffer key = DoubleBuffer.allocate(1 + p + p * p).put(cluster.n());
        for (int i = 0; i < p; i++) {
            key.put(cluster.sum(i));
            for (int j = 0; j < p; j++) {
                key.put(cluster.product(i, j));
            }
        }
        return key.flip();
    }

    private void add(CrossProducts cluster, double centre) {
        double sum = cluster.sum(outcome) - cluster.n() * centre;
        clusters++;
        squaresOfPeople += cluster.product(outcome, outcome) - centre * (cluster.sum(outcome) + sum);
        squaresOfClusters += sum * sum;
        outcomeTimes[0] += sum;
        for (int i = 1; i <= outcome; i++) {
            outcomeTimes[i] += cluster.product(i - 1, outcome) - cluster.sum(i - 1) * centre;
        }
    }

    long clusters() {
        return clusters;
    }

    /** People of each. */
    double size() {
        return form.n();
    }

    /** Sum of a predictor over the people of each cluster; 0 is the constant. */
    double predictor(int i) {
        return i == 0 ? form.n() : form.sum(i - 1);
    }

    /** Sum of products of two predictors over the people of each cluster. */
    double product(int i, int j) {
        return i == 0 ? predictor(j) : j == 0 ? predictor(i) : form.product(i - 1, j - 1);
    }

    /** Sum of the outcome over everybody. */
    double outcome() {
        return outcomeTimes[0];
    }

    /** Sum of predictor times outcome over everybody. */
    double outcomeTimes(int i) {
        return outcomeTimes[i];
    }

    double squaresOfPeople() {
        return squaresOfPeople;
    }

    /** Sum over clusters of the squared sum of the outcome. */
    double squaresOfClusters() {
        return squaresOfClusters;
    }
}
