package org.mentoringcommons.survey.response;

/** What somebody invited has done so far in a wave. */
public enum Participation {
    /** Nothing that is known. */
    NONE,
    /** Left the protocol, in this wave or another: no answer is taken. */
    WITHDRAWN,
    ANSWERED,
    /** Said not to want to take part; may think better of it. */
    DECLINED
}
