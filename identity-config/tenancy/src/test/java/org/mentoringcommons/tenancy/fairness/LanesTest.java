package org.mentoringcommons.tenancy.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final Lanes lanes = new Lanes(2, 3);

    @Test
    void as_many_as_are_let_in_go_on_and_the_next_wait_in_their_order() {
        List<Lanes.Turn> turns = enter(4);
        assertThat(turns).extracting(turn -> turn.come().isDone()).containsExactly(true, true, false, false);

        turns.get(1).leave();

        assertThat(turns.get(2).come()).isCompletedWithValue(true);
        assertThat(turns.get(3).come()).isNotDone();
    }

    @Test
    void one_too_many_is_refused_at_once() {
        List<Lanes.Turn> turns = enter(6);

        assertThat(turns.get(4).come()).isNotDone();
        assertThat(turns.get(5).come()).isCompletedWithValue(false);
    }

    @Test
    void whoever_gives_up_waiting_is_passed_over() {
        List<Lanes.Turn> turns = enter(4);

        turns.get(2).giveUp();
        turns.get(0).leave();

        assertThat(turns.get(2).come()).isCompletedWithValue(false);
        assertThat(turns.get(3).come()).isCompletedWithValue(true);
    }

    @Test
    void a_full_lane_stops_nobody_elses() {
        enter(6);

        assertThat(lanes.enter("another").come()).isCompletedWithValue(true);
    }

    @Test
    void leaving_twice_frees_one_place_only() {
        List<Lanes.Turn> turns = enter(4);

        turns.get(0).leave();
        turns.get(0).leave();

        assertThat(turns.get(3).come()).isNotDone();
    }

    @Test
    void with_many_threads_never_more_than_let_in_and_in_the_end_nothing_is_left() {
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Lanes many = new Lanes(2, 100_000);
        CompletableFuture<?>[] requests = IntStream.range(0, 20_000)
                .mapToObj(number -> CompletableFuture.runAsync(() -> {
                    Lanes.Turn turn = many.enter("a");
                    if (ThreadLocalRandom.current().nextInt(4) == 0) {
                        turn.giveUp();
                    }
                    turn.come().thenAccept(may -> {
                        if (may) {
                            most.accumulateAndGet(busy.incrementAndGet(), Math::max);
                            busy.decrementAndGet();
                        }
                        CompletableFuture.runAsync(turn::leave);
                    });
                }))
                .toArray(CompletableFuture<?>[]::new);

        CompletableFuture.allOf(requests).join();

        long patience = System.nanoTime() + 10_000_000_000L;
        while (many.size() > 0 && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
        assertThat(many.size()).isZero();
        assertThat(most.get()).isBetween(1, 2);
    }

    private List<Lanes.Turn> enter(int requests) {
        List<Lanes.Turn> turns = new ArrayList<>();
        for (int number = 0; number < requests; number++) {
            turns.add(lanes.enter("a"));
        }
        return turns;
    }
}
