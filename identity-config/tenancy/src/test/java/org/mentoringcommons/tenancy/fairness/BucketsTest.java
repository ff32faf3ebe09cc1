package org.mentoringcommons.tenancy.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final Quota TEN_A_MINUTE = new Quota("portal", 10, Duration.ofMinutes(1));

    private long now = -5; // any beginning, also before zero, as the system's clock may have
    private final Buckets buckets = new Buckets(TEN_A_MINUTE, 3, () -> now);

    @Test
    void instances_give_out_their_parts_and_together_no_more_than_the_whole() {
        Quota whole = new Quota("portal", 12_000, Duration.ofSeconds(60));

        assertThat(whole.among(1)).isEqualTo(whole);
        assertThat(whole.among(5).policy()).isEqualTo("\"portal\";q=2400;w=60");
        assertThat(new Quota("guess", 60, Duration.ofSeconds(60)).among(7).requests())
                .isEqualTo(8);
        assertThat(new Quota("guess", 3, Duration.ofSeconds(60)).among(7).requests())
                .as("none that nobody could ever have")
                .isEqualTo(1);
        assertThatThrownBy(() -> whole.among(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_quota_is_granted_at_once_and_then_comes_back_evenly() {
        assertThat(IntStream.range(0, 10).mapToObj(n -> buckets.take("a")))
                .allMatch(Bucket.Answer::isGranted)
                .extracting(Bucket.Answer::remaining)
                .containsExactly(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L, 0L);

        assertThat(buckets.take("a").retry()).isEqualTo(6);
        pass(Duration.ofSeconds(5));
        assertThat(buckets.take("a").retry()).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        assertThat(buckets.take("a").isGranted()).isTrue();
        assertThat(buckets.take("a").isGranted()).isFalse();
    }

    @Test
    void what_is_refused_costs_nothing() {
        IntStream.range(0, 500).forEach(n -> buckets.take("a"));

        pass(Duration.ofSeconds(6));

        assertThat(buckets.take("a").isGranted()).isTrue();
    }

    @Test
    void one_account_takes_nothing_from_another() {
        IntStream.range(0, 11).forEach(n -> buckets.take("a"));

        assertThat(buckets.take("b").remaining()).isEqualTo(9);
    }

    @Test
    void the_headers_tell_the_policy_what_remains_and_over_what_time_to_spread_it() {
        Bucket.Answer answer = buckets.take("a");

        assertThat(answer.quota().policy()).isEqualTo("\"portal\";q=10;w=60");
        assertThat(answer.item()).isEqualTo("\"portal\";r=9;t=54");
    }

    @Test
    void whoever_keeps_to_what_the_headers_say_is_never_refused() {
        for (int spree = 0; spree < 20; spree++) {
            Bucket.Answer told = buckets.take("a");
            assertThat(told.isGranted()).isTrue();
            LongStream.range(0, told.remaining())
                    .forEach(n -> assertThat(buckets.take("a").isGranted()).isTrue());
            pass(Duration.ofSeconds(told.window()));
        }
    }

    @Test
    void with_nothing_left_the_headers_say_when_something_is() {
        IntStream.range(0, 9).forEach(n -> buckets.take("a"));

        assertThat(buckets.take("a").item()).isEqualTo("\"portal\";r=0;t=6");
        pass(Duration.ofSeconds(2));
        assertThat(buckets.take("a").item()).isEqualTo("\"portal\";r=0;t=4");
    }

    @Test
    void however_many_come_a_bounded_number_is_remembered_and_the_rest_share() {
        IntStream.range(0, 1000).forEach(n -> buckets.take("address " + n));

        assertThat(buckets.size()).isLessThanOrEqualTo(4);
        assertThat(buckets.take("address 1001").isGranted()).isFalse();
        assertThat(buckets.take("address 0").isGranted()).isTrue();
    }

    @Test
    void who_has_not_come_for_a_window_is_forgotten() {
        buckets.take("a");
        buckets.take("b");

        pass(Duration.ofSeconds(61));
        buckets.take("c");

        assertThat(buckets.size()).isEqualTo(1);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
