package org.mentoringcommons.analytics.study;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a declared row of the workshops table counts. */
public enum Counted {
    /** Delivered workshops of the study's curricula at joined institutions. */
    DELIVERED("delivered"),
    /** Those left out, for any reason or for a declared one. */
    EXCLUDED("excluded"),
    /** Those analysed. */
    ANALYSED("analysed"),
    /** Institutions that held an analysed workshop. */
    SITES("sites"),
    /** People present in at least one session of an analysed workshop. */
    TRAINED("trained"),
    /** Their answers. */
    RESPONDED("responded"),
    /** Their answers given for research. */
    CONSENTED("consented"),
    /** People present at the largest analysed workshop. */
    LARGEST("largest"),
    /** Hours of the shortest analysed workshop. */
    MINIMUM_HOURS("minimum_hours"),
    /** Analysed workshops of which nobody knows which modules were covered. */
    UNKNOWN_COVERAGE("unknown_coverage");

    private final String word;

    Counted(String word) {
        this.word = word;
    }

    /** {@return the word it is declared with} */
    public String word() {
        return word;
    }

    static String words() {
        return Arrays.stream(values()).map(Counted::word).collect(Collectors.joining(", "));
    }

    /** {@return what this word declares, if anything} */
    public static Optional<Counted> of(String word) {
        return Arrays.stream(values())
                .filter(counted -> counted.word.equals(word))
                .findFirst();
    }
}
