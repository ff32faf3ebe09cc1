package org.mentoringcommons.analytics.cohort;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a workshop is not in a study; of several reasons the first in this order is given. */
public enum Reason {
    /** Fewer minutes than the study asks for. */
    SHORT("short"),
    /** More minutes than the study asks for. */
    LONG("long"),
    /** Held for an audience the study does not look at. */
    AUDIENCE("audience"),
    /** Held in a way the study does not look at. */
    MODE("mode"),
    /** Held outside the study's dates. */
    DATE("date"),
    /** The study asks for modules, and nobody knows which were covered. */
    COVERAGE("coverage"),
    /** A module the study asks for was not covered. */
    MODULE("module"),
    /** Fewer people present than the study asks for. */
    SIZE("size"),
    /** Not evaluated with one of the study's instruments. */
    INSTRUMENT("instrument");

    private final String word;
    private final Verdict verdict = new Verdict.Excluded(this);

    Reason(String word) {
        this.word = word;
    }

    /** {@return the reason as declarations and documents write it} */
    public String word() {
        return word;
    }

    Verdict verdict() {
        return verdict;
    }

    /** {@return all reasons as they are written, in order} */
    public static String words() {
        return Arrays.stream(values()).map(Reason::word).collect(Collectors.joining(", "));
    }

    /** {@return the reason written so, if there is one} */
    public static Optional<Reason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word.equals(word))
                .findFirst();
    }
}
