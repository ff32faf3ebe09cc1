package org.mentoringcommons.tenancy.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who has had more than their share of late lets the others go first. */
class SharesTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong();

    @Test
    void who_has_had_more_than_their_share_waits_while_others_are_worked_for() {
        Lanes two = new Lanes(8, 9, 2, clock::get);
        Lanes.Turn other = two.enter(Lanes.Place.of("another"));
        other.leave();
        keepBusy(two, "noisy", 8); // eight tenths of the last second, and half of one processor is its share
        other = two.enter(Lanes.Place.of("another"));

        Lanes.Turn noisy = two.enter(Lanes.Place.of("noisy"));
        assertThat(noisy.come()).isNotDone();
        two.timePasses();
        assertThat(noisy.come()).isNotDone();
        other.leave();

        assertThat(noisy.come()).isCompletedWithValue(true);
    }

    @Test
    void who_waits_has_had_less_and_less_and_goes_on_in_the_end_however_busy_the_others_are() {
        Lanes two = new Lanes(8, 9, 2, clock::get);
        two.enter(Lanes.Place.of("another")).leave();
        keepBusy(two, "noisy", 8);
        two.enter(Lanes.Place.of("another"));
        Lanes.Turn noisy = two.enter(Lanes.Place.of("noisy"));

        clock.addAndGet(SECOND / 10);
        two.timePasses();
        assertThat(noisy.come()).isNotDone();
        clock.addAndGet(SECOND);
        two.enter(Lanes.Place.of("a third")); // so that somebody is worked for who is not long at it
        two.timePasses();

        assertThat(noisy.come()).isCompletedWithValue(true);
    }

    @Test
    void who_asks_again_among_hundreds_is_not_made_to_wait_for_the_little_they_have_had() {
        Lanes two = new Lanes(8, 9, 2, clock::get);
        keepBusy(two, "a", 2); // a fifth of a second, and a hundredth of it would be the share of one in five hundred
        List<Lanes.Turn> others = IntStream.range(0, 500)
                .mapToObj(number -> two.enter(Lanes.Place.of("institution " + number)))
                .toList();

        assertThat(two.enter(Lanes.Place.of("a")).come()).isCompletedWithValue(true);
        assertThat(others).allSatisfy(turn -> assertThat(turn.come()).isCompletedWithValue(true));
    }

    @Test
    void who_is_alone_has_no_share_to_keep_to() {
        Lanes two = new Lanes(2, 9, 2, clock::get);
        keepBusy(two, "a", 20);

        assertThat(List.of(two.enter(Lanes.Place.of("a")), two.enter(Lanes.Place.of("a"))))
                .allSatisfy(turn -> assertThat(turn.come()).isCompletedWithValue(true));
    }

    /** For so many tenths of a second, one request after the other. */
    private void keepBusy(Lanes lanes, String account, int tenths) {
        for (int tenth = 0; tenth < tenths; tenth++) {
            Lanes.Turn turn = lanes.enter(Lanes.Place.of(account));
            clock.addAndGet(SECOND / 10);
            turn.leave();
        }
    }
}
