package org.mentoringcommons.curriculum.board;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a page that follows a board has to do next.
 *
 * @param all whether these are all notes there are, and whatever else is shown goes
 * @param open whether the board takes notes
 * @param notes that are new or were moderated, each in its place by group and id
 * @param gone notes that are no more
 */
@Schema(name = "BoardStep")
record Step(boolean all, boolean open, List<Note> notes, List<UUID> gone) {}
