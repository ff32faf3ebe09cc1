package org.mentoringcommons.tenancy.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UsageTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLISECOND = 1_000_000L;

    private final Usage usage = new Usage();

    @Test
    void one_processor_kept_busy_all_the_time_comes_to_a_second() {
        for (long now = 0; now < 10 * SECOND; now += MILLISECOND) {
            usage.add(MILLISECOND, now);
        }

        assertThat(usage.level(10 * SECOND)).isCloseTo(1e9, within(2e6));
    }

    @Test
    void what_was_a_second_ago_counts_for_a_third_and_is_soon_forgotten() {
        usage.add(SECOND, 5 * SECOND);

        assertThat(usage.level(6 * SECOND)).isCloseTo(0.368e9, within(1e6));
        assertThat(usage.level(25 * SECOND)).isLessThan(10);
    }

    @Test
    void what_is_looked_at_from_before_is_not_more_than_it_was() {
        usage.add(SECOND, 5 * SECOND);

        assertThat(usage.level(4 * SECOND)).isEqualTo(1e9);
    }
}
