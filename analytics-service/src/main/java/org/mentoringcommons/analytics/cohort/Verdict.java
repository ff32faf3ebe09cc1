package org.mentoringcommons.analytics.cohort;

/** Whether a delivered workshop is in a study. */
public sealed interface Verdict {

    /** It is analysed. */
    record Included() implements Verdict {}

    /**
     * It is only counted as left out.
     *
     * @param reason the first reason that holds
     */
    record Excluded(Reason reason) implements Verdict {}
}
