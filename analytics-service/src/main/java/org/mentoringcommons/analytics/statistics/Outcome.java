package org.mentoringcommons.analytics.statistics;

/**
 * Whether a result could be computed, and if not, why. Data that can occur never raises an exception and never gives
 * NaN: the number is absent and this says the reason.
 */
public enum Outcome {
    /** The result holds its numbers. */
    COMPUTED("computed"),
    /** There is not one observation. */
    NO_DATA("there are no observations"),
    /** Fewer observations than the definition needs, for example one for a standard deviation. */
    TOO_FEW("there are too few observations"),
    /** Every difference is zero, so nothing can be ranked. */
    ALL_ZERO("every difference is zero"),
    /** All observations are equal, so there is no variation to compare with. */
    CONSTANT("all observations are equal"),
    /** Only one group, site or cluster holds observations. */
    ONE_GROUP("only one group has observations"),
    /** The data do not determine the parameter, for example a singular covariance matrix. */
    NOT_ESTIMABLE("the data do not determine the result");

    private final String explanation;

    Outcome(String explanation) {
        this.explanation = explanation;
    }

    /** {@return the reason as the end of a sentence, for people} */
    public String explanation() {
        return explanation;
    }
}
