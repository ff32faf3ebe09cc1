package org.mentoringcommons.survey.coding;

import java.util.Comparator;
import java.util.List;

/**
 * Which two people code a protocol's answers to an item, and with what.
 *
 * @param coders subjects, two of them
 */
record Assignment(CodebookReference codebook, List<String> coders) {

    boolean names(String subject) {
        return coders.contains(subject);
    }

    /** The first coder first, and whoever coded before this assignment last. */
    Comparator<String> order() {
        Comparator<String> byPlace =
                Comparator.comparingInt(coder -> names(coder) ? coders.indexOf(coder) : coders.size());
        return byPlace.thenComparing(Comparator.naturalOrder());
    }
}
