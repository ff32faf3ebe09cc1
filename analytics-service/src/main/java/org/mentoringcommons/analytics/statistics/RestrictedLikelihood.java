package org.mentoringcommons.analytics.statistics;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;

/** The restricted likelihood of a random-intercept model as a function of between / within variance. */
final class RestrictedLikelihood {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int GRID = 64;

    private final Collection<AlikeClusters> clusters;
    private final int p;
    private final long n;
    /** Taken off the outcome, so that its size cannot cancel its variation. */
    private final double centre;

    static RestrictedLikelihood of(List<CrossProducts> clusters) {
        int p = clusters.get(0).variables();
        long n = clusters.stream().mapToLong(CrossProducts::n).sum();
        double centre =
                clusters.stream().mapToDouble(cluster -> cluster.sum(p - 1)).sum() / n;
        return new RestrictedLikelihood(AlikeClusters.of(clusters, centre), p, n, centre);
    }

    static RestrictedLikelihood ofGroups(List<MixedModel.Alike> groups) {
        int p = groups.get(0).predictors().size() + 1;
        long n = groups.stream().mapToLong(MixedModel.Alike::people).sum();
        double centre = groups.stream().mapToDouble(MixedModel.Alike::sum).sum() / n;
        return new RestrictedLikelihood(AlikeClusters.ofGroups(groups, centre), p, n, centre);
    }

    private RestrictedLikelihood(Collection<AlikeClusters> clusters, int p, long n, double centre) {
        this.clusters = clusters;
        this.p = p;
        this.n = n;
        this.centre = centre;
    }

    /** The estimates given a variance ratio. */
    record Fit(
            double ratio,
            double logLikelihood,
            double residualVariance,
            SimpleMatrix coefficients,
            SimpleMatrix covariance) {}

    Optional<Fit> at(double ratio) {
        SimpleMatrix normal = new SimpleMatrix(p, p);
        SimpleMatrix right = new SimpleMatrix(p, 1);
        double squares = 0;
        double logDeterminant = 0;
        for (AlikeClusters alike : clusters) {
            double shrink = ratio / (1 + ratio * alike.size());
            logDeterminant += alike.clusters() * Math.log1p(ratio * alike.size());
            squares += alike.squaresOfPeople() - shrink * alike.squaresOfClusters();
            for (int i = 0; i < p; i++) {
                double x = alike.predictor(i);
                right.set(i, 0, right.get(i, 0) + alike.outcomeTimes(i) - shrink * x * alike.outcome());
                for (int j = 0; j < p; j++) {
                    double own = alike.product(i, j) - shrink * x * alike.predictor(j);
                    normal.set(i, j, normal.get(i, j) + alike.clusters() * own);
                }
            }
        }
        double known = squares;
        double determinant = logDeterminant;
        return Symmetric.cholesky(normal).map(lower -> {
            SimpleMatrix inverse = Symmetric.inverse(normal).orElseThrow();
            SimpleMatrix beta = inverse.mult(right);
            long df = n - p;
            double variance = Math.max(0, known - beta.dot(right)) / df;
            double log = -0.5
                    * (df * (Math.log(2 * Math.PI * variance) + 1) + determinant + Symmetric.logDeterminant(lower));
            beta.set(0, 0, beta.get(0, 0) + centre);
            return new Fit(ratio, log, variance, beta, inverse.scale(variance));
        });
    }

    /** The largest restricted likelihood with ln ratio between two bounds: a grid, then golden section; if there is one. */
    Optional<Fit> largest(double low, double high) {
        double width = (high - low) / GRID;
        double best = low;
        for (int i = 0; i <= GRID; i++) {
            if (value(low + i * width) > value(best)) {
                best = low + i * width;
            }
        }
        double left = best - width;
        double right = best + width;
        double one = right - GOLDEN * (right - left);
        double other = left + GOLDEN * (right - left);
        double valueOne = value(one);
        double valueOther = value(other);
        while (right - left > 1e-9) {
            if (valueOne >= valueOther) {
                right = other;
                other = one;
                valueOther = valueOne;
                one = right - GOLDEN * (right - left);
                valueOne = value(one);
            } else {
                left = one;
                one = other;
                valueOne = valueOther;
                other = left + GOLDEN * (right - left);
                valueOther = value(other);
            }
        }
        return at(Math.exp((left + right) / 2));
    }

    private double value(double logRatio) {
        return at(Math.exp(logRatio)).map(Fit::logLikelihood).orElse(Double.NEGATIVE_INFINITY);
    }
}
