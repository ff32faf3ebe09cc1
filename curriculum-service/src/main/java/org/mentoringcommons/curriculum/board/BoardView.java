package org.mentoringcommons.curriculum.board;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A board as those see it who run the workshop.
 *
 * @param session its number, with which the board stays wherever the session is moved
 * @param open whether it takes notes now
 * @param closesAt when the session ends; null if there is no such session any more, or the workshop is cancelled
 * @param notes how many there are, hidden ones among them
 * @param writeAt where participants write, without signing in; the same for all of them
 * @param deskAt the page on which notes are followed and moderated: whoever has the address moderates
 */
@Schema(name = "Board")
record BoardView(
        UUID id,
        UUID workshop,
        int session,
        String prompt,
        boolean open,
        Instant closesAt,
        long notes,
        URI writeAt,
        URI deskAt) {}
