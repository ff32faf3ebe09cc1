package org.mentoringcommons.analytics.disclosure;

/** How much may be shown of a group, by its size; each also shows what the ones before it show. */
public enum Detail {
    /** Nothing. */
    NOTHING,
    /** The number of people as a band, and means to one decimal, for the workshop's own facilitator only. */
    BANDED,
    /** For everybody; also the median, and proportions as quarters. */
    MEDIAN,
    /** Also standard deviations and confidence intervals to one decimal, and p as a band. */
    SPREAD,
    /** Also quartiles, and the 10th and 90th percentile. */
    QUARTILES,
    /** Also exact p, test statistics and counts. */
    EXACT;

    /** {@return whether this shows what {@code other} shows} */
    public boolean shows(Detail other) {
        return compareTo(other) >= 0;
    }
}
