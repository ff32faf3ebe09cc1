package org.mentoringcommons.analytics.statistics;

import java.util.Optional;

/**
 * One site's estimate with its sampling variance, the input of {@link MetaAnalysis}.
 *
 * @param estimate effect
 * @param variance sampling variance, above 0
 */
public record SiteEffect(double estimate, double variance) {
    /** @throws IllegalArgumentException if a number is not finite or the variance not above 0 */
    public SiteEffect {
        if (!Double.isFinite(estimate) || !(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("not an estimate with variance: " + estimate + ", " + variance);
        }
    }

    /**
     * {@return the mean gain with variance SD²/n; empty for a site with fewer than two people or no variation, which is
     * dropped and counted}
     */
    public static Optional<SiteEffect> ofGain(Moments gain) {
        return ofGain(gain.n(), gain.mean().orElse(0), gain.sd().orElse(0));
    }

    /** {@return the mean gain of n people; empty for n &lt; 2 or SD 0} */
    public static Optional<SiteEffect> ofGain(long n, double mean, double sd) {
        return n < 2 || !(sd > 0) ? Optional.empty() : Optional.of(new SiteEffect(mean, sd * sd / n));
    }

    /**
     * {@return the standardised mean change with change-score standardisation (metafor's SMCC): J d_z with variance 1/n +
     * (J d_z)² / (2n); empty for n &lt; 3 or without variation of change}
     *
     * @param n people
     * @param mean mean gain
     * @param sd standard deviation of gains
     */
    public static Optional<SiteEffect> ofStandardizedChange(long n, double mean, double sd) {
        if (n < 3 || !(sd > 0)) {
            return Optional.empty();
        }
        double change = HedgesCorrection.of(n - 1) * mean / sd;
        return Optional.of(new SiteEffect(change, 1.0 / n + change * change / (2.0 * n)));
    }

    /** {@return the logit of a proportion, 1/2 added to both counts only where one is zero; empty if nobody was asked} */
    public static Optional<SiteEffect> ofLogit(Proportion proportion) {
        if (proportion.denominator() == 0) {
            return Optional.empty();
        }
        double yes = proportion.numerator();
        double no = proportion.denominator() - yes;
        double added = yes == 0 || no == 0 ? 0.5 : 0;
        return Optional.of(
                new SiteEffect(Math.log((yes + added) / (no + added)), 1 / (yes + added) + 1 / (no + added)));
    }
}
