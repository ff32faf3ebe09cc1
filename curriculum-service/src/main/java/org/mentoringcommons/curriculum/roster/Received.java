package org.mentoringcommons.curriculum.roster;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a person received of a workshop.
 *
 * @param sessions how many they were in
 * @param minutes for how long altogether
 */
@Schema(name = "HoursReceived")
public record Received(UUID participant, String name, boolean withdrawn, int sessions, int minutes) {

    /** Whether who it was is still known; nobody's name is empty but of those who had it deleted. */
    public boolean isOfSomebodyKnown() {
        return !name.isEmpty();
    }
}
