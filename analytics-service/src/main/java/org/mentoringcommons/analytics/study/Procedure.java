package org.mentoringcommons.analytics.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A test a study can declare. */
public enum Procedure {
    /** Of the same people before and now; respondents of one workshop may resemble each other. */
    CLUSTERED_SIGNED_RANK("clustered_signed_rank", false),
    /** Of the same people before and now, as if they were independent. */
    SIGNED_RANK("signed_rank", false),
    /** Of the same people before and now, on means. */
    PAIRED_T("paired_t", false),
    /** Of two groups. */
    BRUNNER_MUNZEL("brunner_munzel", true),
    /** Of two groups. */
    MANN_WHITNEY("mann_whitney", true),
    /** Of two groups, on means. */
    WELCH_T("welch_t", true),
    /** Of two or more groups. */
    KRUSKAL_WALLIS("kruskal_wallis", true),
    /** Whether two groups differ by less than half a point. */
    EQUIVALENCE("equivalence", true);

    private final String word;
    private final boolean ofGroups;

    Procedure(String word, boolean ofGroups) {
        this.word = word;
        this.ofGroups = ofGroups;
    }

    /** {@return the word it is declared with} */
    public String word() {
        return word;
    }

    /** {@return whether it compares groups, and so needs a declared grouping} */
    public boolean isOfGroups() {
        return ofGroups;
    }

    /** {@return what this word declares, if anything} */
    public static Optional<Procedure> of(String word) {
        return Arrays.stream(values())
                .filter(procedure -> procedure.word.equals(word))
                .findFirst();
    }

    /** {@return the tests of a study that names none} */
    static List<String> primary() {
        return List.of(CLUSTERED_SIGNED_RANK.word, SIGNED_RANK.word);
    }

    static String words() {
        return Arrays.stream(values()).map(Procedure::word).collect(Collectors.joining(", "));
    }
}
