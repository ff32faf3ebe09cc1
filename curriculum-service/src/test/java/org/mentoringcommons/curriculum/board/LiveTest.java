package org.mentoringcommons.curriculum.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.Standings;
import org.mentoringcommons.tenancy.TenantTransaction;
import org.mentoringcommons.tenancy.contract.Token;

/** Pages in an instance that hears of nothing but what it is told here. */
@QuarkusTest
class LiveTest {

    private static final Duration STEP = Duration.ofMillis(20);
    private static final Duration NEVER = Duration.ofHours(1);

    @Inject
    Boards boards;

    @Inject
    Notes notes;

    @Inject
    Standings standings;

    @Inject
    TenantTransaction transaction;

    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();

    @Test
    void a_page_for_which_no_thread_was_free_is_told_a_step_later() throws InterruptedException {
        OpenBoard open = OpenBoard.atLakeside();
        Threads threads = new Threads(2);
        Live live = live(threads, NEVER);
        try {
            live.follow(Token.LAKESIDE, board(open)).subscribe().with(steps::add);
            assertThat(next().notes()).isEmpty();

            open.writes("Heard");
            live.changed(UUID.fromString(open.id()));

            assertThat(next().notes()).extracting(Note::text).containsExactly("Heard");
            assertThat(threads.asked).as("the refused one among them").hasValueGreaterThanOrEqualTo(3);
        } finally {
            live.stop(null);
            threads.shutdown();
        }
    }

    @Test
    void what_no_page_was_told_of_is_seen_when_they_look_anyway() throws InterruptedException {
        OpenBoard open = OpenBoard.atLakeside();
        Threads threads = new Threads(0);
        Live live = live(threads, STEP);
        try {
            live.follow(Token.LAKESIDE, board(open)).subscribe().with(steps::add);
            assertThat(next().notes()).isEmpty();

            open.writes("Unheard");

            Step step = next();
            while (step.notes().isEmpty()) { // says only that the board is there
                step = next();
            }
            assertThat(step.notes()).extracting(Note::text).containsExactly("Unheard");
        } finally {
            live.stop(null);
            threads.shutdown();
        }
    }

    private Live live(Threads threads, Duration lookAnyway) {
        return new Live(boards, notes, standings, transaction, threads, Clock.systemUTC(), STEP, lookAnyway);
    }

    private Board board(OpenBoard open) {
        return transaction.call(Token.LAKESIDE, () -> boards.get(UUID.fromString(open.id())));
    }

    private Step next() throws InterruptedException {
        Step step = steps.poll(10, TimeUnit.SECONDS);
        assertThat(step).as("a step").isNotNull();
        return step;
    }

    /** Have no room at the time that is said, from 1. */
    private static final class Threads extends ThreadPoolExecutor {
        private final AtomicInteger asked = new AtomicInteger();
        private final int refused;

        Threads(int refused) {
            super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
            this.refused = refused;
        }

        @Override
        public void execute(Runnable task) {
            if (asked.incrementAndGet() == refused) {
                throw new RejectedExecutionException();
            }
            super.execute(task);
        }
    }
}
