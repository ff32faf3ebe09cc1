package org.mentoringcommons.analytics.statistics;

import java.nio.DoubleBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Workshops with equally many people and equal predictors, added up: to the likelihood only their sums matter, so that a
 * million workshops of a few sizes and lengths cost as much as a few hundred.
 */
final class AlikeClusters {
    private final double[] predictors;
    private final double[][] products;
    private final double[] outcomeTimes;
    private long clusters;
    private double squaresOfPeople;
    private double squaresOfClusters;

    private AlikeClusters(int coefficients) {
        this.predictors = new double[coefficients];
        this.products = new double[coefficients][coefficients];
        this.outcomeTimes = new double[coefficients];
    }

    /** Groups clusters; the centre is taken off every outcome. */
    static Collection<AlikeClusters> of(Collection<CrossProducts> clusters, double centre) {
        Map<DoubleBuffer, AlikeClusters> groups = new LinkedHashMap<>();
        for (CrossProducts cluster : clusters) {
            groups.computeIfAbsent(predictors(cluster), key -> formOf(cluster)).add(cluster, centre);
        }
        return groups.values();
    }

    /** Takes clusters that are grouped already. */
    static List<AlikeClusters> ofGroups(Collection<MixedModel.Alike> groups, double centre) {
        return groups.stream().map(group -> of(group, centre)).toList();
    }

    private static AlikeClusters of(MixedModel.Alike group, double centre) {
        int p = group.predictors().size() + 1;
        AlikeClusters alike = new AlikeClusters(p);
        double size = group.size();
        double people = group.clusters() * size;
        double sum = group.sum() - people * centre;
        alike.clusters = group.clusters();
        alike.squaresOfPeople = group.squares() - 2 * centre * group.sum() + people * centre * centre;
        alike.squaresOfClusters = group.squaredSums()
                - 2 * size * centre * group.sum()
                + group.clusters() * size * size * centre * centre;
        for (int i = 0; i < p; i++) {
            alike.predictors[i] = size * value(group, i);
            alike.outcomeTimes[i] = value(group, i) * sum;
            for (int j = 0; j < p; j++) {
                alike.products[i][j] = size * value(group, i) * value(group, j);
            }
        }
        return alike;
    }

    private static double value(MixedModel.Alike group, int i) {
        return i == 0 ? 1 : group.predictors().get(i - 1);
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

    private static AlikeClusters formOf(CrossProducts cluster) {
        AlikeClusters alike = new AlikeClusters(cluster.variables());
        for (int i = 0; i < cluster.variables(); i++) {
            alike.predictors[i] = i == 0 ? cluster.n() : cluster.sum(i - 1);
            for (int j = 0; j < cluster.variables(); j++) {
                double own = i == 0 || j == 0 ? alike.predictors[i] : cluster.product(i - 1, j - 1);
                alike.products[i][j] = i == 0 && j > 0 ? cluster.sum(j - 1) : own;
            }
        }
        return alike;
    }

    private void add(CrossProducts cluster, double centre) {
        int outcome = cluster.variables() - 1;
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
        return predictors[0];
    }

    /** Sum of a predictor over the people of each cluster; 0 is the constant. */
    double predictor(int i) {
        return predictors[i];
    }

    /** Sum of products of two predictors over the people of each cluster. */
    double product(int i, int j) {
        return products[i][j];
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
