package org.mentoringcommons.curriculum.workshop;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.curriculum.content.CurriculumPackage;

/** What a workshop has that is held with an institution's own version. */
public interface LocalModules {

    /**
     * What others are told a workshop is held with.
     *
     * @param id of the institution's own version
     */
    record HeldRevision(UUID id, int revision) {}

    /** The keys of its modules; empty if the workshop is held with the shared version. */
    Optional<Set<String>> of(UUID workshop);

    /** Which of its revisions that is; empty if the workshop is held with the shared version. */
    Optional<HeldRevision> held(UUID workshop);

    /** All of its texts; empty if the workshop is held with the shared version. */
    Optional<CurriculumPackage> contents(UUID workshop);
}
