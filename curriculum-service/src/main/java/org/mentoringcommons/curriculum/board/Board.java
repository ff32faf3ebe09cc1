package org.mentoringcommons.curriculum.board;

import java.time.Instant;
import java.util.UUID;

/**
 * A board of a session.
 *
 * @param session its number, which it has for good
 * @param link what its links are made of
 * @param closed by hand
 * @param mingled whether its notes lie in random order
 * @param endsAt when the session does; null if there is no such session any more, or the workshop is cancelled
 */
record Board(
        UUID id,
        UUID workshop,
        int session,
        String prompt,
        UUID link,
        boolean closed,
        boolean mingled,
        Instant endsAt,
        long notes) {

    /** Whether it takes notes: until the session is over, unless it is closed before. */
    boolean isOpen(Instant now) {
        return !closed && !isOver(now);
    }

    boolean isOver(Instant now) {
        return endsAt == null || !now.isBefore(endsAt);
    }
}
