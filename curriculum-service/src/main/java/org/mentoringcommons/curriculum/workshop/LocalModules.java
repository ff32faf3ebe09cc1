package org.mentoringcommons.curriculum.workshop;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which modules a workshop has that is held with an institution's own version. */
public interface LocalModules {

    /** Their keys; empty if the workshop is held with the shared version. */
    Optional<Set<String>> of(UUID workshop);
}
