package org.mentoringcommons.analytics.cohort;

import java.util.Arrays;
import java.util.Optional;

/** Why a workshop is not in a study; of several reasons the first in this order is given. */
public enum Reason {
    /** Fewer minutes than the study asks for. */
    SHORT("short"),
    /** Held for an audience the study does not look at. */
    AUDIENCE("audience"),
    /** Held outside the study's dates. */
    DATE("date"),
    /** Not evaluated with one of the study's instruments. */
    INSTRUMENT("instrument");

    private final String word;

    Reason(String word) {
        this.word = word;
    }

    /** {@return the reason as declarations and documents write it} */
    public String word() {
        return word;
    }

    /** {@return the reason written so, if there is one} */
    public static Optional<Reason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word.equals(word))
                .findFirst();
    }
}
