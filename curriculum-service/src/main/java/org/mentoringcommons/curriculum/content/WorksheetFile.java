package org.mentoringcommons.curriculum.content;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A worksheet as data.
 *
 * @param kind one of the few kinds of sheet
 * @param sheet all it says, as {@code worksheet.schema.json} describes
 * @param source the file
 */
public record WorksheetFile(String key, String kind, String title, JsonNode sheet, String source) {

    /** A worksheet known to be right. */
    public static WorksheetFile read(String key, String text) {
        return read(key, key, text, new Faults())
                .orElseThrow(() -> new IllegalStateException("a stored worksheet cannot be read: " + key));
    }

    static java.util.Optional<WorksheetFile> read(String file, String key, String text, Faults faults) {
        return Schemas.WORKSHEET
                .read(file, text, faults)
                .map(node -> new WorksheetFile(
                        key, node.get("kind").asText(), node.get("title").asText(), node, text));
    }
}
