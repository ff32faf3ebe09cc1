package org.mentoringcommons.curriculum.board;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * Looks after boards whose session is over: their notes are mingled at once, and erased when they have been kept long
 * enough. Each in a transaction of its own, in which no other instance does it too; a crash leaves it due.
 */
@ApplicationScoped
class BoardRounds {

    private static final Logger LOG = Logger.getLogger(BoardRounds.class);
    private static final int AT_ONCE = 500;
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);
    private static final String DUE =
            "select cast(institution as text), board from board_task where due_at <= :now order by due_at";
    private static final String HOLD =
            "select 1 from board_task where board = :board and due_at <= :now for update skip locked";
    private static final String NEXT = "update board_task set due_at = :due where board = :board";

    private final Boards boards;
    private final Notes notes;
    private final EntityManager entities;
    private final TenantTransaction transaction;
    private final ExecutorService threads;
    private final Clock clock;
    private final Duration retention;

    BoardRounds(
            Boards boards,
            Notes notes,
            EntityManager entities,
            TenantTransaction transaction,
            ExecutorService threads,
            Clock clock,
            @ConfigProperty(name = "curriculum.board-retention") Duration retention) {
        this.boards = boards;
        this.notes = notes;
        this.entities = entities;
        this.transaction = transaction;
        this.threads = threads;
        this.clock = clock;
        this.retention = retention;
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() throws InterruptedException {
        try {
            // a scheduled method has a request context of its own, in which no institution could be changed
            threads.submit(() -> round(clock.instant())).get();
        } catch (ExecutionException failure) {
            LOG.warn("a round of boards failed; the next one follows", failure.getCause());
        }
    }

    @SuppressWarnings("unchecked")
    void round(Instant now) {
        List<Object[]> due = transaction.call(null, () -> entities.createNativeQuery(DUE)
                .setParameter("now", now)
                .setMaxResults(AT_ONCE)
                .getResultList());
        for (Object[] task : due) {
            UUID board = (UUID) task[1];
            try {
                transaction.run(new Tenant((String) task[0]), () -> attend(board, now));
            } catch (RuntimeException failure) {
                LOG.warnf(
                        "board %s: %s; tried again later",
                        board, failure.getClass().getSimpleName());
                transaction.run(null, () -> next(board, now.plus(AFTER_FAILURE)));
            }
        }
    }

    private void attend(UUID id, Instant now) {
        boolean held = !entities.createNativeQuery(HOLD)
                .setParameter("board", id)
                .setParameter("now", now)
                .getResultList()
                .isEmpty();
        if (!held) {
            return;
        }
        Board board = boards.get(id);
        if (!board.isOver(now)) { // its session was moved
            next(id, board.endsAt().plus(Running.MARGIN));
        } else if (!board.mingled()) {
            notes.mingle(id);
            boards.mingled(id);
            // of a session that is no more, nobody can tell when it ended
            next(id, (board.endsAt() == null ? now : board.endsAt()).plus(retention));
        } else if (board.endsAt() != null && now.isBefore(board.endsAt().plus(retention))) {
            next(id, board.endsAt().plus(retention));
        } else {
            boards.remove(id);
        }
    }

    private void next(UUID board, Instant due) {
        entities.createNativeQuery(NEXT)
                .setParameter("due", due)
                .setParameter("board", board)
                .executeUpdate();
    }
}
