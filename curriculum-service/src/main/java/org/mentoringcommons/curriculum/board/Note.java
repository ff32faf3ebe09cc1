package org.mentoringcommons.curriculum.board;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody wrote; nobody can tell who, or when.
 *
 * @param id random
 * @param group under which it was put; empty for none
 * @param hidden whether moderation has taken it off the board
 */
@Schema(
        name = "BoardNote",
        examples =
                """
                {"id": "0f8d4f4e-5c35-4a0a-9c0e-0f4f0a3a9a55", "text": "Time to think aloud", "group": "Time", "hidden": false}""")
record Note(UUID id, String text, String group, boolean hidden) {

    static final int CHARACTERS_AT_MOST = 500;

    /** All of it that moderation changes. */
    Mark mark() {
        return new Mark(group, hidden);
    }

    /** What moderation made of a note. */
    record Mark(String group, boolean hidden) {}
}
