package org.mentoringcommons.survey.response;

/** What somebody invited has done so far in a wave. */
public enum Participation {
    /** Nothing that is known. */
    NONE,
    ANSWERED,
    /** Said not to want to take part; may think better of it. */
    DECLINED
}
