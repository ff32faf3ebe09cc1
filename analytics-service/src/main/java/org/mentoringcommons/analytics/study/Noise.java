package org.mentoringcommons.analytics.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/**
 * What a study adds to the counts it publishes, as it declared before results were seen.
 *
 * @param mechanism how
 * @param bound with {@link Mechanism#CELL_KEY}: no count differs by more than this from the true one
 * @param epsilon with {@link Mechanism#DISCRETE_LAPLACE}: what one computation of a release costs
 * @param budget with {@link Mechanism#DISCRETE_LAPLACE}: what all of them together may cost
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Noise(Mechanism mechanism, Integer bound, BigDecimal epsilon, BigDecimal budget) {

    /** How noise is made. */
    public enum Mechanism {
        /** Every cell of people has a noise of its own, the same wherever and whenever it is published. */
        @JsonProperty("cell_key")
        CELL_KEY("publication cube with cell-key noise"),
        /** National totals alone, differentially private. */
        @JsonProperty("discrete_laplace")
        DISCRETE_LAPLACE("national totals with discrete Laplace noise");

        private final String method;

        Mechanism(String method) {
            this.method = method;
        }
    }

    /** {@return how rules are called that have it} */
    public String method() {
        return mechanism == Mechanism.CELL_KEY
                ? mechanism.method + " of at most " + bound
                : mechanism.method + ", epsilon " + epsilon.toPlainString();
    }

    /** {@return by which law it is made, for readers} */
    public String law() {
        return mechanism == Mechanism.CELL_KEY
                ? "Every count but 0 has a noise of its people: a binomial number of " + 2 * bound
                        + " tosses of a fair coin less " + bound + ", so its mean is 0, its variance " + bound
                        + "/2, and it is at most " + bound
                        + ". The same people have the same noise wherever they are counted."
                        + " Means, deviations, quantiles and intervals have none."
                : "Every count and every sum has a noise of its own, x with a probability in proportion to"
                        + " exp(-|x| / noise_scale), or noise_scale_sum for sums; its mean is 0. The release is"
                        + " differentially private with epsilon " + epsilon.toPlainString()
                        + " for one answered questionnaire more or less.";
    }

    /** {@return whether it is one of a noise, which may be none} */
    public static boolean is(Noise noise, Mechanism mechanism) {
        return noise != null && noise.mechanism == mechanism;
    }
}
