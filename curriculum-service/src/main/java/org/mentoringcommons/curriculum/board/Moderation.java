package org.mentoringcommons.curriculum.board;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is made of notes.
 *
 * @param notes which; those there are not are passed over
 * @param hidden whether they are off the board; null leaves that as it is
 * @param group under which they are put, empty for none; null leaves that as it is
 */
@Schema(
        name = "BoardModeration",
        examples =
                """
                {"notes": ["0f8d4f4e-5c35-4a0a-9c0e-0f4f0a3a9a55"], "hidden": false, "group": "Time"}""")
record Moderation(
        @NotNull @Size(min = 1, max = Notes.AT_MOST) List<@NotNull UUID> notes,
        Boolean hidden,
        @Size(max = GROUP_CHARACTERS) String group) {

    static final int GROUP_CHARACTERS = 80;
}
