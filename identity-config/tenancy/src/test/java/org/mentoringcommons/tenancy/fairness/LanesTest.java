package org.mentoringcommons.tenancy.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

        assertThat(lanes.enter(Lanes.Place.of("another")).come()).isCompletedWithValue(true);
    }

    @Test
    void while_another_asks_one_processor_is_left_for_whoever_comes_next() {
        Lanes two = new Lanes(8, 9, 2, clock::get);
        two.enter(Lanes.Place.of("another"));

        List<Lanes.Turn> turns = enter(two, "a", 2);

        assertThat(turns).extracting(turn -> turn.come().isDone()).containsExactly(true, false);
        turns.get(0).leave();
        assertThat(turns.get(1).come()).isCompletedWithValue(true);
    }

    @Test
    void one_request_of_each_goes_on_at_once_however_many_they_are() {
        assertThat(IntStream.range(0, 100).mapToObj(number -> lanes.enter(Lanes.Place.of("institution " + number))))
                .allSatisfy(turn -> assertThat(turn.come()).isCompletedWithValue(true));
    }

    @Test
    void what_is_spare_is_used_while_another_is_idle_and_goes_round_among_those_who_wait() {
        Lanes four = new Lanes(8, 9, 4, clock::get);
        List<Lanes.Turn> busy = enter(four, "idle", 1);
        List<Lanes.Turn> noisy = enter(four, "noisy", 5);
        List<Lanes.Turn> wild = enter(four, "wild", 3);
        assertThat(noisy).extracting(turn -> turn.come().isDone()).containsExactly(true, true, false, false, false);
        assertThat(wild).extracting(turn -> turn.come().isDone()).containsExactly(true, false, false);

        noisy.get(0).leave(); // there are still three at work, one for each
        busy.get(0).leave();
        assertThat(noisy).extracting(turn -> turn.come().isDone()).containsExactly(true, true, true, false, false);
        noisy.get(1).leave();

        assertThat(noisy).extracting(turn -> turn.come().isDone()).containsExactly(true, true, true, false, false);
        assertThat(wild).extracting(turn -> turn.come().isDone()).containsExactly(true, true, false);
    }

    @Test
    void who_was_in_before_others_asked_goes_on_and_nobody_follows_until_there_is_room_for_one() {
        Lanes two = new Lanes(2, 3, 2, clock::get);
        List<Lanes.Turn> turns = enter(two, "a", 3);
        two.enter(Lanes.Place.of("another"));

        turns.get(0).leave();
        assertThat(turns.get(2).come()).isNotDone();
        turns.get(1).leave();

        assertThat(turns.get(2).come()).isCompletedWithValue(true);
    }

    @Test
    void nobody_waits_for_a_long_request_of_their_own_institution_while_the_lane_is_wide_enough() {
        Lanes one = new Lanes(2, 3, 1, clock::get);
        one.enter(Lanes.Place.of("another"));
        List<Lanes.Turn> turns = enter(one, "a", 3);
        assertThat(turns).extracting(turn -> turn.come().isDone()).containsExactly(true, false, false);

        clock.addAndGet(SECOND / 4);
        one.timePasses();
        assertThat(turns).extracting(turn -> turn.come().isDone()).containsExactly(true, true, false);
        clock.addAndGet(SECOND / 4);
        one.timePasses();

        assertThat(turns.get(2).come()).as("two at once are the most").isNotDone();
        turns.get(0).leave();
        assertThat(turns.get(2).come()).isCompletedWithValue(true);
    }

    @Test
    void a_second_after_the_others_have_gone_the_lane_is_wide_again() {
        Lanes one = new Lanes(3, 3, 1, clock::get);
        one.enter(Lanes.Place.of("another")).leave();
        clock.addAndGet(SECOND - 1);
        List<Lanes.Turn> turns = enter(one, "a", 4);
        one.timePasses();
        assertThat(turns).extracting(turn -> turn.come().isDone()).containsExactly(true, false, false, false);

        clock.addAndGet(1);
        one.timePasses();

        assertThat(turns).extracting(turn -> turn.come().isDone()).containsExactly(true, true, true, false);
    }

    @Test
    void an_institutions_own_links_are_not_somebody_else() {
        Lanes one = new Lanes(3, 3, 1, clock::get);
        Lanes.Place links = new Lanes.Place("a", "links");
        one.enter(links);

        assertThat(enter(one, "a", 3))
                .allSatisfy(turn -> assertThat(turn.come()).isCompletedWithValue(true));
        assertThat(one.enter(links).come()).isCompletedWithValue(true);
        one.enter(Lanes.Place.of("another"));
        assertThat(one.enter(links).come()).isNotDone();
    }

    @Test
    void whoever_has_still_one_of_two_lanes_is_not_gone() {
        Lanes one = new Lanes(2, 3, 1, clock::get);
        one.enter(new Lanes.Place("another", "links"));
        one.enter(Lanes.Place.of("another")).leave();
        clock.addAndGet(SECOND);
        one.timePasses();

        assertThat(one.size()).isEqualTo(1);
        assertThat(enter(one, "a", 2)).extracting(turn -> turn.come().isDone()).containsExactly(true, false);
    }

    @Test
    void who_is_worked_for_is_not_forgotten_however_long_it_takes() {
        Lanes one = new Lanes(2, 3, 1, clock::get);
        one.enter(Lanes.Place.of("another"));
        clock.addAndGet(10 * SECOND);
        one.timePasses();

        assertThat(enter(one, "a", 2)).extracting(turn -> turn.come().isDone()).containsExactly(true, false);
    }

    @Test
    void lanes_in_which_nothing_could_ever_go_on_are_refused() {
        assertThatThrownBy(() -> new Lanes(0, 3, 4, clock::get)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Lanes(2, 3, 0, clock::get)).isInstanceOf(IllegalArgumentException.class);
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
        List<AtomicInteger> busy = List.of(new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
        AtomicInteger most = new AtomicInteger();
        AtomicInteger admitted = new AtomicInteger();
        Lanes many = new Lanes(2, 100_000, 2, clock::get);
        CompletableFuture<?>[] requests = IntStream.range(0, 4_000)
                .mapToObj(number -> CompletableFuture.runAsync(() -> {
                    AtomicInteger mine = busy.get(number % 3);
                    Lanes.Turn turn = many.enter(Lanes.Place.of("institution " + number % 3));
                    if (ThreadLocalRandom.current().nextInt(4) == 0) {
                        turn.giveUp();
                    }
                    clock.addAndGet(SECOND / 100);
                    many.timePasses();
                    turn.come().thenAcceptAsync(may -> {
                        if (may) {
                            admitted.incrementAndGet();
                            most.accumulateAndGet(mine.incrementAndGet(), Math::max);
                            mine.decrementAndGet();
                        }
                        turn.leave();
                    });
                }))
                .toArray(CompletableFuture<?>[]::new);

        CompletableFuture.allOf(requests).join();

        long patience = System.nanoTime() + 10_000_000_000L;
        while (many.size() > 0 && System.nanoTime() < patience) {
            clock.addAndGet(SECOND);
            many.timePasses();
        }
        assertThat(many.size()).isZero();
        assertThat(most.get()).isBetween(1, 2);
        assertThat(admitted.get()).isGreaterThan(2_000);
    }

    private List<Lanes.Turn> enter(int requests) {
        return enter(lanes, "a", requests);
    }

    private static List<Lanes.Turn> enter(Lanes lanes, String account, int requests) {
        return IntStream.range(0, requests)
                .mapToObj(number -> lanes.enter(Lanes.Place.of(account)))
                .toList();
    }
}
