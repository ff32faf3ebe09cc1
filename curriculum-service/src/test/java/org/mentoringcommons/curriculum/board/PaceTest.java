package org.mentoringcommons.curriculum.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong now = new AtomicLong(-5);
    private final Pace pace = new Pace(now::get);
    private final UUID board = UUID.randomUUID();

    @Test
    void a_full_room_writes_at_once_and_a_program_is_told_to_wait() {
        takeAllThereAre(board);

        assertThatThrownBy(() -> pace.take(board)).isInstanceOfSatisfying(HttpProblem.class, refused -> {
            assertThat(refused.getStatusCode()).isEqualTo(429);
            assertThat(refused.getParameters()).containsEntry("retryAfter", 1L);
        });
        pace.take(UUID.randomUUID());
    }

    @Test
    void it_comes_back_five_a_second_and_what_was_refused_costs_nothing() {
        takeAllThereAre(board);
        for (int refused = 0; refused < 100; refused++) {
            assertThatThrownBy(() -> pace.take(board)).isInstanceOf(HttpProblem.class);
        }

        now.addAndGet(TimeUnit.SECONDS.toNanos(2));

        for (int note = 0; note < 10; note++) {
            pace.take(board);
        }
        assertThatThrownBy(() -> pace.take(board)).isInstanceOf(HttpProblem.class);
        now.addAndGet(TimeUnit.HOURS.toNanos(1));
        takeAllThereAre(board);
    }

    private void takeAllThereAre(UUID which) {
        for (int note = 0; note < Pace.AT_ONCE; note++) {
            pace.take(which);
        }
    }
}
