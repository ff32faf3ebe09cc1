package org.mentoringcommons.curriculum.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.mentoringcommons.curriculum.link.SignedLinks;
import org.mentoringcommons.tenancy.Standings;
import org.mentoringcommons.tenancy.TenantBinding;

/** What whoever has a board's link does. Nothing about them is known here, and nothing is kept but what they wrote. */
@ApplicationScoped
@Transactional
class Writing {

    private final Boards boards;
    private final Notes notes;
    private final Pace pace;
    private final Bell bell;
    private final Standings standings;
    private final TenantBinding binding;
    private final Clock clock;

    Writing(Boards boards, Notes notes, Pace pace, Bell bell, Standings standings, TenantBinding binding, Clock clock) {
        this.boards = boards;
        this.notes = notes;
        this.pace = pace;
        this.bell = bell;
        this.standings = standings;
        this.binding = binding;
        this.clock = clock;
    }

    /** The board that a link leads to, open or not. */
    Board board(UUID link) {
        standings.requireActive(binding.tenant().orElseThrow());
        return boards.byLink(link).orElseThrow(SignedLinks::notFound);
    }

    boolean isOpen(Board board) {
        return board.isOpen(clock.instant());
    }

    /** @param id of the note, which the form brought along: sent twice, it is one note */
    void write(UUID link, UUID id, String text) {
        Board board = board(link);
        if (!isOpen(board)) {
            throw BoardProblem.closed();
        }
        String note = clean(text);
        pace.take(board.id());
        if (!notes.add(board.id(), id, note)) {
            throw BoardProblem.full();
        }
        boards.written(board.id(), board.endsAt().plus(Running.MARGIN));
        bell.ringAfterCommit(board.id());
    }

    private static String clean(String text) {
        String note = text == null
                ? ""
                : text.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n]]", " ").strip();
        int length = note.codePointCount(0, note.length());
        if (length == 0) {
            throw BoardProblem.unfit("text", "must not be blank");
        }
        if (length > Note.CHARACTERS_AT_MOST) {
            throw BoardProblem.unfit(
                    "text", "is longer than " + Note.CHARACTERS_AT_MOST + " characters; it has " + length);
        }
        return note;
    }
}
