package org.mentoringcommons.curriculum.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A worksheet that somebody fills in, as it is now.
 *
 * @param owner the subject of whoever it belongs to
 * @param definition the worksheet as data of its kind
 * @param version rises with everything saved, from 1
 */
public record FilledSheet(
        UUID id,
        String owner,
        String curriculum,
        String curriculumVersion,
        String worksheet,
        JsonNode definition,
        int version,
        JsonNode answers,
        Instant savedAt) {

    public boolean isOf(String person) {
        return owner.equals(person);
    }

    public String kind() {
        return definition.get("kind").asText();
    }
}
