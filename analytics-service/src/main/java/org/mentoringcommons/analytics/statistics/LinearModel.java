package org.mentoringcommons.analytics.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ejml.simple.SimpleMatrix;

/**
 * Least squares from cross-products; with the score before and a group as predictors it is the analysis of covariance
 * post ~ pre + group. Immutable.
 */
public final class LinearModel {
    private static final Method METHOD = Method.first("ordinary least squares from cross-products");
    private static final LinearModel DEFAULTS = new LinearModel(Level.USUAL);

    private final double level;

    private LinearModel(double level) {
        this.level = level;
    }

    /** {@return the model with 95 % intervals} */
    public static LinearModel withDefaults() {
        return DEFAULTS;
    }

    /** {@return this model with another confidence level within (0, 1)} */
    public LinearModel withLevel(double confidence) {
        return new LinearModel(Level.check(confidence));
    }

    /**
     * Fits the last variable on all others and a constant.
     *
     * @param rows cross-products, predictors first, the outcome last
     * @return the coefficients, the constant first; none where there are too few people or predictors are linearly
     *     dependent
     */
    public Result fit(CrossProducts rows) {
        int p = rows.variables() - 1;
        long df = rows.n() - p - 1;
        if (df < 1) {
            return new Result(
                    METHOD, rows.n() == 0 ? Outcome.NO_DATA : Outcome.TOO_FEW, rows.n(), df, List.of(), none());
        }
        SimpleMatrix scatter = new SimpleMatrix(p, p);
        SimpleMatrix together = new SimpleMatrix(p, 1);
        for (int i = 0; i < p; i++) {
            together.set(i, 0, rows.centered(i, p));
            for (int j = 0; j < p; j++) {
                scatter.set(i, j, rows.centered(i, j));
            }
        }
        Optional<SimpleMatrix> inverse = Symmetric.inverse(scatter);
        if (inverse.isEmpty()) {
            return new Result(METHOD, Outcome.NOT_ESTIMABLE, rows.n(), df, List.of(), none());
        }
        SimpleMatrix slopes = inverse.get().mult(together);
        double residual = Math.max(0, rows.centered(p, p) - slopes.dot(together)) / df;
        SimpleMatrix means = new SimpleMatrix(p, 1);
        for (int i = 0; i < p; i++) {
            means.set(i, 0, rows.mean(i));
        }
        List<Coefficient> coefficients = new ArrayList<>();
        double leverage = 1.0 / rows.n() + means.dot(inverse.get().mult(means));
        coefficients.add(coefficient(rows.mean(p) - slopes.dot(means), Math.sqrt(residual * leverage), df));
        for (int i = 0; i < p; i++) {
            coefficients.add(coefficient(
                    slopes.get(i, 0), Math.sqrt(residual * inverse.get().get(i, i)), df));
        }
        return new Result(
                METHOD,
                Outcome.COMPUTED,
                rows.n(),
                df,
                List.copyOf(coefficients),
                OptionalDouble.of(Math.sqrt(residual)));
    }

    private Coefficient coefficient(double estimate, double error, long df) {
        double half = Student.twoSidedQuantile(level, df) * error;
        return new Coefficient(
                estimate,
                error,
                error == 0 ? OptionalDouble.empty() : OptionalDouble.of(Student.twoSided(estimate / error, df)),
                new Interval(estimate - half, estimate + half, level));
    }

    private static OptionalDouble none() {
        return OptionalDouble.empty();
    }

    /**
     * One coefficient.
     *
     * @param estimate outcome units per predictor unit
     * @param standardError its standard error
     * @param p two-sided t test of zero; absent with a perfect fit
     * @param interval confidence interval
     */
    public record Coefficient(double estimate, double standardError, OptionalDouble p, Interval interval) {}

    /**
     * The fitted model.
     *
     * @param method how it was fitted
     * @param outcome COMPUTED, or why there are no coefficients
     * @param n people
     * @param df residual degrees of freedom
     * @param coefficients the constant first, then the predictors in their order
     * @param residualSd residual standard deviation
     */
    public record Result(
            Method method,
            Outcome outcome,
            long n,
            long df,
            List<Coefficient> coefficients,
            OptionalDouble residualSd) {}
}
