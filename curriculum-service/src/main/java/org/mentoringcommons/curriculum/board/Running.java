package org.mentoringcommons.curriculum.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.curriculum.link.SignedLinks;
import org.mentoringcommons.curriculum.workshop.Workshop;
import org.mentoringcommons.curriculum.workshop.Workshops;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** What those do with boards who run a workshop. */
@ApplicationScoped
@Transactional
class Running {

    static final int BOARDS_AT_MOST = 100;
    /** After a session's end, notes that were under way have arrived. */
    static final Duration MARGIN = Duration.ofMinutes(2);

    private final Workshops workshops;
    private final Boards boards;
    private final Notes notes;
    private final Prompts prompts;
    private final SignedLinks links;
    private final Bell bell;
    private final AuditTrail trail;
    private final TenantBinding binding;
    private final Clock clock;

    Running(
            Workshops workshops,
            Boards boards,
            Notes notes,
            Prompts prompts,
            SignedLinks links,
            Bell bell,
            AuditTrail trail,
            TenantBinding binding,
            Clock clock) {
        this.workshops = workshops;
        this.boards = boards;
        this.notes = notes;
        this.prompts = prompts;
        this.links = links;
        this.bell = bell;
        this.trail = trail;
        this.binding = binding;
        this.clock = clock;
    }

    BoardView open(UUID workshop, int session, NewBoard wanted) {
        Workshop held = workshops.get(workshop);
        held.requireNotCancelled();
        var meeting = held.schedule().session(session);
        if (!clock.instant().isBefore(meeting.endsAt())) {
            throw BoardProblem.over();
        }
        if (boards.of(workshop).size() >= BOARDS_AT_MOST) {
            throw BoardProblem.tooMany(BOARDS_AT_MOST);
        }
        UUID id = UUID.randomUUID();
        boards.add(
                id,
                workshop,
                session,
                prompts.of(held, wanted),
                meeting.endsAt().plus(MARGIN));
        record("board.opened", id);
        return view(boards.get(id));
    }

    List<BoardView> of(UUID workshop) {
        return boards.of(workshops.get(workshop).id()).stream().map(this::view).toList();
    }

    BoardView show(UUID board) {
        return view(boards.get(board));
    }

    BoardView close(UUID board) {
        boards.get(board);
        boards.close(board, true);
        bell.ringAfterCommit(board);
        return show(board);
    }

    BoardView reopen(UUID board) {
        if (boards.get(board).isOver(clock.instant())) {
            throw BoardProblem.over();
        }
        boards.close(board, false);
        bell.ringAfterCommit(board);
        return show(board);
    }

    BoardView renewLinks(UUID board) {
        boards.get(board);
        boards.renewLink(board);
        record("board.links-renewed", board);
        bell.ringAfterCommit(board);
        return show(board);
    }

    void delete(UUID board) {
        boards.get(board);
        boards.remove(board);
        record("board.deleted", board);
        bell.ringAfterCommit(board);
    }

    List<Note> notes(UUID board) {
        return notes.all(boards.get(board).id());
    }

    void moderate(UUID board, Moderation how) {
        notes.moderate(boards.get(board).id(), how);
        bell.ringAfterCommit(board);
    }

    private BoardView view(Board board) {
        Tenant institution = binding.tenant().orElseThrow();
        return new BoardView(
                board.id(),
                board.workshop(),
                board.session(),
                board.prompt(),
                board.isOpen(clock.instant()),
                board.endsAt(),
                board.notes(),
                links.address(
                        SignedLinks.Purpose.BOARD, links.token(SignedLinks.Purpose.BOARD, institution, board.link())),
                links.address(
                        SignedLinks.Purpose.DESK, links.token(SignedLinks.Purpose.DESK, institution, board.link())));
    }

    private void record(String action, UUID board) {
        trail.record(Deed.of(action, "board", board.toString())
                .institution(binding.tenant().orElseThrow()));
    }
}
