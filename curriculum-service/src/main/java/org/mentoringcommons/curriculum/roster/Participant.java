package org.mentoringcommons.curriculum.roster;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody enrolled in a workshop.
 *
 * @param id stays with the e-mail address through later rosters, and is all that other services ever learn of a person
 */
record Participant(
        UUID id, @Schema(examples = "Ada Example") String name, @Schema(examples = "ada@example.org") String email) {

    /** Whether who it was has been deleted. */
    boolean wasErased() {
        return email.isEmpty();
    }
}
