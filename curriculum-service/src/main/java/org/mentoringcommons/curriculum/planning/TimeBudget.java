package org.mentoringcommons.curriculum.planning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The usual amounts of time there are for a workshop. */
enum TimeBudget {
    HALF_DAY(240),
    /** A morning and an afternoon. */
    DAY(240, 240);

    private final List<Integer> minutes;

    TimeBudget(Integer... minutes) {
        this.minutes = List.of(minutes);
    }

    /** Of each session. */
    List<Integer> minutes() {
        return minutes;
    }

    static Optional<TimeBudget> of(String word) {
        return Arrays.stream(values())
                .filter(budget -> budget.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
