package org.mentoringcommons.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatheringTest {

    @Test
    void what_comes_alone_is_hardly_waited_with_and_what_comes_in_masses_goes_in_few_batches() {
        assertThat(Relay.gathering(1)).isLessThanOrEqualTo(Duration.ofMillis(5));
        assertThat(Relay.gathering(8))
                .isBetween(Duration.ofMillis(20), Duration.ofMillis(50)); // 1,600 a second, in at most fifty batches
    }
}
