package org.mentoringcommons.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ejml.simple.SimpleMatrix;

/**
 * A one-factor model fitted to a covariance matrix by maximum likelihood (Fisher scoring), unique variances unbounded as in
 * lavaan.
 */
final class OneFactor {
    private static final int MOST_STEPS = 500;
    private static final double CONVERGED = 1e-13;

    private final SimpleMatrix observed;
    private final int k;

    private OneFactor(SimpleMatrix observed) {
        this.observed = observed;
        this.k = observed.getNumRows();
    }

    /** (sum of loadings)^2 / ((sum of loadings)^2 + sum of unique variances); empty if the model cannot be fitted. */
    static OptionalDouble omega(SimpleMatrix covariance) {
        int k = covariance.getNumRows();
        SimpleMatrix correlation = new SimpleMatrix(k, k);
        double[] sd = new double[k];
        for (int i = 0; i < k; i++) {
            sd[i] = Math.sqrt(covariance.get(i, i));
            if (!(sd[i] > 0)) {
                return OptionalDouble.empty();
            }
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                correlation.set(i, j, covariance.get(i, j) / sd[i] / sd[j]);
            }
        }
        // the model is equivariant under scale, so fit correlations and put the scale back
        Optional<double[]> fitted = new OneFactor(correlation).fit();
        if (fitted.isEmpty()) {
            return OptionalDouble.empty();
        }
        double loadings = 0;
        double unique = 0;
        for (int i = 0; i < k; i++) {
            loadings += fitted.get()[i] * sd[i];
            unique += fitted.get()[k + i] * sd[i] * sd[i];
        }
        double common = loadings * loadings;
        return common + unique > 0 ? OptionalDouble.of(common / (common + unique)) : OptionalDouble.empty();
    }

    /** k loadings, then k unique variances. */
    private Optional<double[]> fit() {
        double[] parameters = start();
        double discrepancy = discrepancy(parameters);
        for (int step = 0; step < MOST_STEPS && Double.isFinite(discrepancy); step++) {
            SimpleMatrix score = new SimpleMatrix(2 * k, 1);
            Optional<SimpleMatrix> direction = direction(parameters, score);
            if (direction.isEmpty()) {
                return Optional.empty();
            }
            // the fall still expected, in units of the discrepancy
            if (score.dot(direction.get()) < CONVERGED) {
                return Optional.of(parameters);
            }
            double length = 1;
            double[] next = moved(parameters, direction.get(), length);
            double better = discrepancy(next);
            while (!(better < discrepancy)) {
                length /= 2;
                if (length < 1e-12) {
                    return Optional.empty();
                }
                next = moved(parameters, direction.get(), length);
                better = discrepancy(next);
            }
            parameters = next;
            discrepancy = better;
        }
        return Optional.empty();
    }

    private double[] start() {
        double[] parameters = new double[2 * k];
        for (int i = 0; i < k; i++) {
            double mean = (observed.extractVector(true, i).elementSum() - 1) / (k - 1);
            parameters[i] = Math.signum(mean == 0 ? 1 : mean) * Math.min(0.9, Math.max(0.2, Math.sqrt(Math.abs(mean))));
            parameters[k + i] = 1 - parameters[i] * parameters[i];
        }
        return parameters;
    }

    private SimpleMatrix implied(double[] parameters) {
        SimpleMatrix implied = new SimpleMatrix(k, k);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                implied.set(i, j, parameters[i] * parameters[j] + (i == j ? parameters[k + i] : 0));
            }
        }
        return implied;
    }

    /** ln det + trace; infinite where the implied matrix is not positive definite. */
    private double discrepancy(double[] parameters) {
        SimpleMatrix implied = implied(parameters);
        return Symmetric.cholesky(implied)
                .map(lower -> Symmetric.logDeterminant(lower)
                        + Symmetric.inverse(implied)
                                .orElseThrow()
                                .mult(observed)
                                .trace())
                .orElse(Double.POSITIVE_INFINITY);
    }

    private Optional<SimpleMatrix> direction(double[] parameters, SimpleMatrix score) {
        SimpleMatrix weight = Symmetric.inverse(implied(parameters)).orElseThrow();
        SimpleMatrix gradient = weight.minus(weight.mult(observed).mult(weight));
        SimpleMatrix loadings = new SimpleMatrix(k, 1);
        for (int i = 0; i < k; i++) {
            loadings.set(i, 0, parameters[i]);
        }
        SimpleMatrix weighted = weight.mult(loadings);
        double communality = loadings.dot(weighted);
        SimpleMatrix slope = gradient.mult(loadings);
        SimpleMatrix information = new SimpleMatrix(2 * k, 2 * k);
        for (int i = 0; i < k; i++) {
            score.set(i, 0, -slope.get(i, 0));
            score.set(k + i, 0, -gradient.get(i, i) / 2);
            for (int j = 0; j < k; j++) {
                double w = weight.get(i, j);
                information.set(i, j, weighted.get(i, 0) * weighted.get(j, 0) + w * communality);
                information.set(k + i, k + j, w * w / 2);
                information.set(i, k + j, w * weighted.get(j, 0));
                information.set(k + j, i, w * weighted.get(j, 0));
            }
        }
        return Symmetric.solve(information, score);
    }

    private double[] moved(double[] parameters, SimpleMatrix direction, double length) {
        double[] next = parameters.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += length * direction.get(i, 0);
        }
        return next;
    }
}
