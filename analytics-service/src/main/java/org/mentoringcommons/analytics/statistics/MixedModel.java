package org.mentoringcommons.analytics.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A linear model with a random intercept for each workshop, fitted by restricted maximum likelihood from the workshops'
 * cross-products: gain ~ 1 + declared predictors + (1 | workshop). The criterion is lme4's, profiled over the ratio of the
 * two variances. Immutable.
 */
public final class MixedModel {
    private static final Method METHOD = Method.first("random-intercept linear mixed model, REML");
    private static final Method BETWEEN_CLUSTERS = Method.first(
            "random-intercept linear mixed model, REML;" + " t with workshops - coefficients degrees of freedom");
    private static final MixedModel DEFAULTS = new MixedModel(Level.USUAL, false);
    /** ln of the variance ratio is searched between these; outside, the ICC is 0 or 1 to seven digits. */
    private static final double LOWEST = -16;

    private static final double HIGHEST = 16;

    private final double level;
    private final boolean betweenClusters;

    private MixedModel(double level, boolean betweenClusters) {
        this.level = level;
        this.betweenClusters = betweenClusters;
    }

    /** {@return the model with 95 % normal intervals} */
    public static MixedModel withDefaults() {
        return DEFAULTS;
    }

    /** {@return this model with another confidence level within (0, 1)} */
    public MixedModel withLevel(double confidence) {
        return new MixedModel(Level.check(confidence), betweenClusters);
    }

    /**
     * {@return this model with p and intervals by the t law with workshops - coefficients degrees of freedom} For
     * predictors that are the same for everybody of a workshop, such as its hours, only workshops are evidence; the normal
     * law is too sure with few of them. nlme's {@code lme} gives the same for such predictors.
     */
    public MixedModel withClusterDegreesOfFreedom() {
        return new MixedModel(level, true);
    }

    /**
     * Fits the last variable on all others and a constant.
     *
     * @param clusters cross-products of each workshop, predictors first, the outcome last; all with the same variables
     * @return the fit; none where there are fewer than two workshops, too few people, dependent predictors or no residual
     *     variation
     */
    public Result fit(Collection<CrossProducts> clusters) {
        List<CrossProducts> filled =
                clusters.stream().filter(cluster -> cluster.n() > 0).toList();
        return fit(
                filled.stream().mapToLong(CrossProducts::n).sum(),
                filled.size(),
                filled.isEmpty() ? 1 : filled.get(0).variables(),
                () -> RestrictedLikelihood.of(filled));
    }

    /**
     * Fits an outcome on predictors that are the same for everybody of a workshop, and a constant.
     *
     * @param groups workshops that are alike, all with equally many predictors; two groups may be alike, too
     * @return what {@link #fit} finds for the same workshops one by one; to the last bit the same however they are grouped
     *     and ordered
     */
    public Result fitAlike(Collection<Alike> groups) {
        List<Alike> filled = Alike.inOrder(groups);
        return fit(
                filled.stream().mapToLong(Alike::people).sum(),
                Math.toIntExact(filled.stream().mapToLong(Alike::clusters).sum()),
                filled.isEmpty() ? 1 : filled.get(0).predictors().size() + 1,
                () -> RestrictedLikelihood.ofGroups(filled));
    }

    private Result fit(long n, int clusters, int coefficients, Supplier<RestrictedLikelihood> data) {
        if (clusters < 2) {
            return without(clusters == 0 ? Outcome.NO_DATA : Outcome.ONE_GROUP, n, clusters);
        }
        int df = clusters - coefficients;
        if (n <= coefficients || n == clusters || betweenClusters && df < 1) {
            return without(Outcome.TOO_FEW, n, clusters);
        }
        RestrictedLikelihood likelihood = data.get();
        Optional<RestrictedLikelihood.Fit> independent = likelihood.at(0);
        if (independent.isEmpty() || independent.get().residualVariance() <= 0) {
            return without(Outcome.NOT_ESTIMABLE, n, clusters);
        }
        RestrictedLikelihood.Fit best = likelihood
                .largest(LOWEST, HIGHEST)
                .filter(inner -> inner.logLikelihood() > independent.get().logLikelihood())
                .orElse(independent.get());
        if (!hasErrors(best)) {
            return without(Outcome.NOT_ESTIMABLE, n, clusters);
        }
        double quantile = betweenClusters ? Student.twoSidedQuantile(level, df) : -Normal.quantile(Level.tail(level));
        List<Coefficient> estimates = new ArrayList<>();
        for (int i = 0; i < coefficients; i++) {
            double estimate = best.coefficients().get(i, 0);
            double error = Math.sqrt(best.covariance().get(i, i));
            estimates.add(new Coefficient(
                    estimate,
                    error,
                    betweenClusters ? Student.twoSided(estimate / error, df) : Normal.twoSided(estimate / error),
                    new Interval(estimate - quantile * error, estimate + quantile * error, level)));
        }
        return new Result(
                method(),
                Outcome.COMPUTED,
                n,
                clusters,
                List.copyOf(estimates),
                OptionalDouble.of(best.ratio() * best.residualVariance()),
                OptionalDouble.of(best.residualVariance()),
                OptionalDouble.of(best.ratio() / (1 + best.ratio())),
                OptionalDouble.of(best.logLikelihood()));
    }

    /** Where people of a workshop all answered alike, rounding can leave nothing of the residual variance. */
    private static boolean hasErrors(RestrictedLikelihood.Fit fit) {
        boolean positive = fit.residualVariance() > 0 && Double.isFinite(fit.logLikelihood());
        for (int i = 0; positive && i < fit.covariance().getNumRows(); i++) {
            positive = fit.covariance().get(i, i) > 0;
        }
        return positive;
    }

    private Method method() {
        return betweenClusters ? BETWEEN_CLUSTERS : METHOD;
    }

    private Result without(Outcome outcome, long n, int clusters) {
        OptionalDouble none = OptionalDouble.empty();
        return new Result(method(), outcome, n, clusters, List.of(), none, none, none, none);
    }

    /**
     * Workshops of equally many people with equal predictors; sums of whole numbers are exact.
     *
     * @param clusters how many workshops
     * @param size people of each
     * @param predictors what is the same for all of them
     * @param sum of the outcome over everybody
     * @param squaredSums sum over the workshops of the squared sum of the outcome of each
     * @param squares sum over everybody of the squared outcome
     */
    public record Alike(
            long clusters, long size, List<Double> predictors, double sum, double squaredSums, double squares) {

        private static final Comparator<Alike> BY_FORM = Comparator.comparingLong(Alike::size)
                .thenComparing(group -> group.predictors().toArray(Double[]::new), Arrays::compare);

        long people() {
            return clusters * size;
        }

        /** One group a form, in the order of forms: rounding, and so where a maximum is found, follows from the sums alone. */
        private static List<Alike> inOrder(Collection<Alike> groups) {
            Map<Alike, Alike> forms = new TreeMap<>(BY_FORM);
            groups.stream()
                    .filter(group -> group.people() > 0)
                    .forEach(group -> forms.merge(group, group, Alike::plus));
            return List.copyOf(forms.values());
        }

        private Alike plus(Alike other) {
            return new Alike(
                    clusters + other.clusters,
                    size,
                    predictors,
                    sum + other.sum,
                    squaredSums + other.squaredSums,
                    squares + other.squares);
        }
    }

    /**
     * One fixed effect.
     *
     * @param estimate outcome units per predictor unit
     * @param standardError its standard error
     * @param p two-sided test of zero, normal (Wald) or t as the model says
     * @param interval its interval
     */
    public record Coefficient(double estimate, double standardError, double p, Interval interval) {}

    /**
     * The fit.
     *
     * @param method how it was fitted
     * @param outcome COMPUTED, or why there is none
     * @param n people
     * @param clusters workshops with people
     * @param coefficients the constant first, then the predictors in their order
     * @param clusterVariance variance between workshops, 0 on the boundary
     * @param residualVariance variance within workshops
     * @param icc clusterVariance / (clusterVariance + residualVariance)
     * @param logLikelihood restricted log likelihood
     */
    public record Result(
            Method method,
            Outcome outcome,
            long n,
            int clusters,
            List<Coefficient> coefficients,
            OptionalDouble clusterVariance,
            OptionalDouble residualVariance,
            OptionalDouble icc,
            OptionalDouble logLikelihood) {}
}
