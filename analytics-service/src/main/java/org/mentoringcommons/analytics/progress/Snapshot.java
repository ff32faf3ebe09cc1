package org.mentoringcommons.analytics.progress;

import java.util.Set;
import java.util.UUID;

/**
 * What is shown of a wave until enough has changed.
 *
 * @param answers ids of the responses in it
 * @param scores theirs, as they were then
 * @param closed whether the wave had closed
 */
record Snapshot(Set<UUID> answers, ScaleTables scores, boolean closed) {

    /** {@return how many answers are new since} */
    long fresh(Set<UUID> present) {
        return present.stream().filter(id -> !answers.contains(id)).count();
    }

    /** {@return how many answers were withdrawn since} */
    long gone(Set<UUID> present) {
        return answers.stream().filter(id -> !present.contains(id)).count();
    }
}
