package org.mentoringcommons.analytics.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Random-effects meta-analysis over sites: REML with Hartung and Knapp's t interval, prediction interval, heterogeneity and
 * leave-one-out, as metafor's {@code rma(test = "knha")}. With estimates yᵢ of sampling variance vᵢ and weights
 * wᵢ = 1 / (vᵢ + τ²): mean μ = Σwᵢyᵢ / Σwᵢ; its variance s² = Σwᵢ(yᵢ - μ)² / ((k - 1) Σwᵢ) (Hartung and Knapp 2001, Sidik and
 * Jonkman 2002); interval μ ± t₍ₖ₋₁₎ s; prediction interval μ ± t₍ₖ₋₁₎ √(s² + τ²) (Higgins, Thompson and Spiegelhalter 2009);
 * Q = Σ(yᵢ - ȳ)² / vᵢ about the mean ȳ weighted by 1 / vᵢ; I² = 100 τ² / (τ² + v) with the typical variance
 * v = (k - 1) Σvᵢ⁻¹ / ((Σvᵢ⁻¹)² - Σvᵢ⁻²) (Higgins and Thompson 2002); τ² maximises the restricted likelihood
 * -½ (Σ log(vᵢ + τ²) + log Σwᵢ + Σwᵢ(yᵢ - μ)²). Below five sites only the mean and the range are given. A site's
 * row in a forest plot is a disclosure about that site. Immutable.
 */
public final class MetaAnalysis {
    /** How the variance between sites is estimated. */
    public enum Estimator {
        /** Restricted maximum likelihood, the default. */
        REML("REML"),
        /** DerSimonian and Laird's moments. */
        DERSIMONIAN_LAIRD("DerSimonian-Laird"),
        /** Paule and Mandel's empirical Bayes. */
        PAULE_MANDEL("Paule-Mandel"),
        /**
         * The same as metafor 3.8 prints it by default, whose root finder stops within 1.2e-4: only for comparing digits
         * with it.
         */
        PAULE_MANDEL_AS_METAFOR("Paule-Mandel to metafor's default tolerance"),
        /** Maximum likelihood. */
        MAXIMUM_LIKELIHOOD("maximum likelihood"),
        /** One common effect, no variance between sites. */
        COMMON_EFFECT("common effect");

        private final String words;

        Estimator(String words) {
            this.words = words;
        }

        private double tau2(Heterogeneity sites) {
            return switch (this) {
                case REML -> sites.restrictedMaximumLikelihood();
                case DERSIMONIAN_LAIRD -> sites.derSimonianLaird();
                case PAULE_MANDEL -> sites.pauleMandel();
                case PAULE_MANDEL_AS_METAFOR -> sites.pauleMandelAsMetafor();
                case MAXIMUM_LIKELIHOOD -> sites.maximumLikelihood();
                case COMMON_EFFECT -> 0;
            };
        }
    }

    private static final MetaAnalysis DEFAULTS = new MetaAnalysis(Estimator.REML, 5, Level.USUAL);

    private final Estimator estimator;
    private final int fullFrom;
    private final double level;

    private MetaAnalysis(Estimator estimator, int fullFrom, double level) {
        this.estimator = estimator;
        this.fullFrom = fullFrom;
        this.level = level;
    }

    /** {@return REML, complete from five sites on, 95 % intervals} */
    public static MetaAnalysis withDefaults() {
        return DEFAULTS;
    }

    /** {@return this with another estimator} */
    public MetaAnalysis with(Estimator other) {
        return new MetaAnalysis(Objects.requireNonNull(other, "estimator"), fullFrom, level);
    }

    /** {@return this giving everything from so many sites on, at least 2} */
    public MetaAnalysis withFullFrom(int sites) {
        if (sites < 2) {
            throw new IllegalArgumentException("at least 2 sites: " + sites);
        }
        return new MetaAnalysis(estimator, sites, level);
    }

    /** {@return this with another confidence level within (0, 1)} */
    public MetaAnalysis withLevel(double confidence) {
        return new MetaAnalysis(estimator, fullFrom, Level.check(confidence));
    }

    /**
     * Pools sites.
     *
     * @param sites one entry a site; an empty one is dropped and counted
     * @return the mean and range, and from enough sites on everything else
     */
    public Result of(List<Optional<SiteEffect>> sites) {
        List<SiteEffect> usable = sites.stream().flatMap(Optional::stream).toList();
        int dropped = sites.size() - usable.size();
        int k = usable.size();
        Method method = Method.first("meta-analysis, " + estimator.words + ", Hartung-Knapp t interval");
        if (k == 0) {
            return new Result(
                    method, Outcome.NO_DATA, 0, dropped, OptionalDouble.empty(), Optional.empty(), Optional.empty());
        }
        Heterogeneity heterogeneity = new Heterogeneity(usable);
        double tau2 = k < 2 ? 0 : estimator.tau2(heterogeneity);
        Range range = new Range(
                usable.stream().mapToDouble(SiteEffect::estimate).min().getAsDouble(),
                usable.stream().mapToDouble(SiteEffect::estimate).max().getAsDouble());
        boolean full = k >= fullFrom;
        return new Result(
                method,
                full ? Outcome.COMPUTED : k == 1 ? Outcome.ONE_GROUP : Outcome.TOO_FEW,
                k,
                dropped,
                OptionalDouble.of(heterogeneity.mean(tau2)),
                Optional.of(range),
                full ? Optional.of(pooled(heterogeneity, tau2)) : Optional.empty());
    }

    /**
     * {@return the pooled mean without each usable site in turn, in their order; empty below three}
     *
     * @param sites as in {@link #of(List)}
     */
    public List<Double> leaveOneOut(List<Optional<SiteEffect>> sites) {
        List<SiteEffect> usable = sites.stream().flatMap(Optional::stream).toList();
        List<Double> means = new ArrayList<>();
        for (int left = 0; usable.size() >= 3 && left < usable.size(); left++) {
            List<SiteEffect> others = new ArrayList<>(usable);
            others.remove(left);
            Heterogeneity heterogeneity = new Heterogeneity(others);
            means.add(heterogeneity.mean(estimator.tau2(heterogeneity)));
        }
        return List.copyOf(means);
    }

    private Pooled pooled(Heterogeneity sites, double tau2) {
        int df = sites.k() - 1;
        double mean = sites.mean(tau2);
        double total = sites.sumOfWeights(tau2, 1);
        double wald = Math.sqrt(1 / total);
        double error = Math.sqrt(sites.q(tau2) / df / total);
        double t = Student.twoSidedQuantile(level, df);
        double z = -Normal.quantile(Level.tail(level));
        double typical = sites.typicalVariance();
        double spread = t * Math.sqrt(error * error + tau2);
        double tail = Level.tail(level);
        double q = sites.q(0);
        // a Q below even the lower quantile leaves no tau2 compatible with the data
        double lowerQ = ChiSquared.quantile(tail, df);
        Optional<Interval> tau2Interval = q < lowerQ
                ? Optional.empty()
                : Optional.of(new Interval(
                        sites.profile(ChiSquared.quantile(1 - tail, df)).orElse(0.0),
                        sites.profile(lowerQ).orElse(0.0),
                        level));
        List<Double> weights = new ArrayList<>();
        for (int site = 0; site < sites.k(); site++) {
            weights.add(100 * sites.weight(site, tau2) / total);
        }
        return new Pooled(
                tau2,
                error,
                new Interval(mean - t * error, mean + t * error, level),
                new Interval(mean - z * wald, mean + z * wald, level),
                error > 0 ? OptionalDouble.of(Student.twoSided(mean / error, df)) : OptionalDouble.empty(),
                new Interval(mean - spread, mean + spread, level),
                q,
                ChiSquared.survival(q, df),
                100 * tau2 / (typical + tau2),
                tau2 / typical + 1,
                tau2Interval,
                tau2Interval.map(tau -> new Interval(
                        100 * tau.lower() / (typical + tau.lower()),
                        100 * tau.upper() / (typical + tau.upper()),
                        level)),
                List.copyOf(weights));
    }

    /**
     * Smallest and largest site estimate.
     *
     * @param smallest smallest
     * @param largest largest
     */
    public record Range(double smallest, double largest) {}

    /**
     * What is given from enough sites on.
     *
     * @param tau2 variance between sites
     * @param standardError of the mean, Knapp and Hartung's, not truncated
     * @param interval of the mean, t with k - 1 degrees of freedom
     * @param waldInterval of the mean, normal, for comparison with tools that print it
     * @param p two-sided t test of a zero mean; absent if all estimates are equal
     * @param predictionInterval where the true effect of a new site is expected
     * @param q Cochran's Q
     * @param qP its p, k - 1 degrees of freedom
     * @param i2 share of variation between sites in percent, from tau2 and the typical variance
     * @param h2 total over sampling variation
     * @param tau2Interval Q-profile interval; absent if no tau2 is compatible with the data
     * @param i2Interval the same in percent
     * @param weights of the usable sites in percent
     */
    public record Pooled(
            double tau2,
            double standardError,
            Interval interval,
            Interval waldInterval,
            OptionalDouble p,
            Interval predictionInterval,
            double q,
            double qP,
            double i2,
            double h2,
            Optional<Interval> tau2Interval,
            Optional<Interval> i2Interval,
            List<Double> weights) {}

    /**
     * The meta-analysis.
     *
     * @param method estimator and interval
     * @param outcome COMPUTED, or TOO_FEW / ONE_GROUP where only mean and range are given, or NO_DATA
     * @param k usable sites
     * @param dropped sites with fewer than two people or no variation
     * @param mean pooled mean
     * @param range of site estimates
     * @param pooled everything else
     */
    public record Result(
            Method method,
            Outcome outcome,
            int k,
            int dropped,
            OptionalDouble mean,
            Optional<Range> range,
            Optional<Pooled> pooled) {}
}
