package org.mentoringcommons.tenancy.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SlowRefusalsTest {

    private static final Response REFUSAL = Response.status(429).build();

    private final List<Runnable> bells = new ArrayList<>();
    private final List<Long> after = new ArrayList<>();
    private final SlowRefusals refusals = new SlowRefusals(Duration.ofSeconds(1), 2, (millis, bell) -> {
        after.add(millis);
        bells.add(bell);
    });

    @Test
    void a_refusal_is_told_when_its_time_has_come_and_not_before() {
        CompletableFuture<Response> told = refusals.tell(REFUSAL);

        assertThat(told).isNotDone();
        assertThat(after).containsExactly(1_000L);
        bells.get(0).run();

        assertThat(told).isCompletedWithValue(REFUSAL);
    }

    @Test
    void when_too_many_wait_for_theirs_the_next_is_told_at_once() {
        refusals.tell(REFUSAL);
        refusals.tell(REFUSAL);

        assertThat(refusals.tell(REFUSAL)).isCompletedWithValue(REFUSAL);
        assertThat(bells).hasSize(2);
    }

    @Test
    void who_has_been_told_waits_no_more_and_makes_room() {
        refusals.tell(REFUSAL);
        refusals.tell(REFUSAL);
        refusals.tell(REFUSAL);
        bells.get(0).run();

        assertThat(refusals.tell(REFUSAL)).isNotDone();
        assertThat(refusals.tell(REFUSAL)).isDone();
    }

    @Test
    void a_refusal_without_any_delay_is_still_told_by_the_clock() {
        new SlowRefusals(Duration.ZERO, 1, (millis, bell) -> after.add(millis)).tell(REFUSAL);

        assertThat(after).containsExactly(1L);
    }
}
