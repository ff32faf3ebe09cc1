package org.mentoringcommons.analytics.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Sums over sites as functions of the variance between them, and its estimators. */
final class Heterogeneity {
    private final double[] effect;
    private final double[] variance;
    private final int k;

    Heterogeneity(List<SiteEffect> sites) {
        effect = sites.stream().mapToDouble(SiteEffect::estimate).toArray();
        variance = sites.stream().mapToDouble(SiteEffect::variance).toArray();
        k = effect.length;
    }

    int k() {
        return k;
    }

    double weight(int site, double tau2) {
        return 1 / (variance[site] + tau2);
    }

    double sumOfWeights(double tau2, int power) {
        double sum = 0;
        for (int i = 0; i < k; i++) {
            sum += Math.pow(weight(i, tau2), power);
        }
        return sum;
    }

    double mean(double tau2) {
        double sum = 0;
        for (int i = 0; i < k; i++) {
            sum += weight(i, tau2) * effect[i];
        }
        return sum / sumOfWeights(tau2, 1);
    }

    /** Weighted squares about the weighted mean: Cochran's Q at tau2 = 0. */
    double q(double tau2) {
        double mean = mean(tau2);
        double sum = 0;
        for (int i = 0; i < k; i++) {
            sum += weight(i, tau2) * (effect[i] - mean) * (effect[i] - mean);
        }
        return sum;
    }

    /** Typical sampling variance (k - 1) / tr(P), Higgins and Thompson. */
    double typicalVariance() {
        return (k - 1) / (sumOfWeights(0, 1) - sumOfWeights(0, 2) / sumOfWeights(0, 1));
    }

    double derSimonianLaird() {
        return Math.max(0, (q(0) - (k - 1)) * typicalVariance() / (k - 1));
    }

    double pauleMandel() {
        return profile(k - 1).orElse(0.0);
    }

    /** The same equation solved only as closely as metafor does by default. */
    double pauleMandelAsMetafor() {
        double largest = 100;
        while (q(largest) > k - 1) {
            largest *= 2;
        }
        return q(0) < k - 1 ? 0 : Zeroin.root(tau2 -> q(tau2) - (k - 1), 0, largest, Zeroin.R_TOLERANCE);
    }

    /** tau2 at which Q falls to a value; empty if Q is below it from the start. */
    Optional<Double> profile(double value) {
        return q(0) <= value ? Optional.empty() : Optional.of(root(tau2 -> q(tau2) - value));
    }

    double maximumLikelihood() {
        return likelihood(false);
    }

    double restrictedMaximumLikelihood() {
        return likelihood(true);
    }

    /** The stationary point uphill of Hedges' estimate, or 0 where the likelihood only falls. */
    private double likelihood(boolean restricted) {
        double tau2 = Math.max(0, hedges());
        for (int step = 0; step < 10_000; step++) {
            double move = score(tau2, restricted) / information(tau2, restricted);
            double next = Math.max(0, tau2 + move / 2);
            if (Math.abs(next - tau2) <= 1e-15 * Math.max(tau2, 1e-3)) {
                return next;
            }
            tau2 = next;
        }
        return tau2;
    }

    private double hedges() {
        double mean = Arrays.stream(effect).sum() / k;
        double squares = Arrays.stream(effect).map(y -> (y - mean) * (y - mean)).sum();
        return squares / (k - 1) - Arrays.stream(variance).sum() / k;
    }

    /** Twice the derivative of the log likelihood: y'PPy - tr(P), or - tr(W) without restriction. */
    private double score(double tau2, boolean restricted) {
        double mean = mean(tau2);
        double squares = 0;
        for (int i = 0; i < k; i++) {
            double residual = weight(i, tau2) * (effect[i] - mean);
            squares += residual * residual;
        }
        double w1 = sumOfWeights(tau2, 1);
        double w2 = sumOfWeights(tau2, 2);
        return squares - (restricted ? w1 - w2 / w1 : w1);
    }

    /** tr(PP), or tr(WW). */
    private double information(double tau2, boolean restricted) {
        double w1 = sumOfWeights(tau2, 1);
        double w2 = sumOfWeights(tau2, 2);
        return restricted ? w2 - 2 * sumOfWeights(tau2, 3) / w1 + w2 * w2 / (w1 * w1) : w2;
    }

    /** The zero of a falling function of tau2 that starts above zero. */
    private static double root(DoubleUnaryOperator falling) {
        double high = 1;
        while (falling.applyAsDouble(high) > 0) {
            high *= 2;
        }
        double low = 0;
        for (int step = 0; step < 200; step++) {
            double middle = (low + high) / 2;
            if (falling.applyAsDouble(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
