package org.mentoringcommons.analytics.cube;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people or their workshops are told apart by in a release. Their order is that of columns. */
public enum Dimension {
    /** The hub of the institution. */
    HUB,
    /** The kind of the institution. */
    KIND,
    /** How the workshop was held. */
    MODE,
    /** How long it was, in bands of hours. */
    HOURS,
    /** The key of its curriculum. */
    CURRICULUM,
    /** What the person said about their career, by the item that the study compares groups of. */
    STAGE,
    /** The year of the day on which its last session ended. */
    PERIOD;

    /** {@return its name in documents, such as {@code hub}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Dimension> of(String word) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.word().equals(word))
                .findFirst();
    }
}
