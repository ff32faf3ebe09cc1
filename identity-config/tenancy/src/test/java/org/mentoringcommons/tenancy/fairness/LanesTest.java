package org.mentoringcommons.tenancy.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong();
    private final Lanes lanes = new Lanes(2, 3, 4, clock::get);

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
    void while_others_ask_the_lanes_share_the_processors() {
        lanes.enter("another");
        lanes.enter("a third");

        List<Lanes.Turn> turns = enter(2);

        assertThat(turns).extracting(turn -> turn.come().isDone()).containsExactly(true, false);
        turns.get(0).leave();
        assertThat(turns.get(1).come()).isCompletedWithValue(true);
    }

    @Test
    void who_was_in_before_others_asked_goes_on_and_nobody_follows_until_there_is_room_for_one() {
        List<Lanes.Turn> turns = enter(3);
        lanes.enter("another");
        lanes.enter("a third");

        turns.get(0).leave();
        assertThat(turns.get(2).come()).isNotDone();
        turns.get(1).leave();

        assertThat(turns.get(2).come()).isCompletedWithValue(true);
    }

    @Test
    void a_second_after_the_others_have_gone_the_lane_is_wide_again() {
        List<Lanes.Turn> others = List.of(lanes.enter("another"), lanes.enter("a third"));
        others.forEach(Lanes.Turn::leave);
        List<Lanes.Turn> turns = enter(3);
        assertThat(turns).extracting(turn -> turn.come().isDone()).containsExactly(true, false, false);

        clock.addAndGet(SECOND);
        turns.get(0).leave();

        assertThat(turns).extracting(turn -> turn.come().isDone()).containsExactly(true, true, true);
    }

    @Test
    void who_is_worked_for_is_not_forgotten_however_long_it_takes() {
        lanes.enter("another");
        lanes.enter("a third");
        clock.addAndGet(10 * SECOND);

        assertThat(enter(2)).extracting(turn -> turn.come().isDone()).containsExactly(true, false);
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
        Lanes many = new Lanes(2, 100_000, 4, clock::get);
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

        clock.addAndGet(SECOND);
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
