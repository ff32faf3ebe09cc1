package org.mentoringcommons.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a reader wants to wait, in the words of RFC 7240. */
class PatienceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none|5",
                "''|5",
                "wait=3|3",
                "WAIT = 3|3",
                "wait=\"2\"|2",
                "respond-async|0",
                "respond-async, wait=10|0",
                "return=minimal; wait=1|1",
                "wait=60|5",
                "wait=-1|5",
                "wait=soon|5",
                "wait=99999999999999999999|5",
            })
    void the_shortest_wait_asked_for_and_never_more_than_is_usual(String header, long seconds) {
        assertThat(Patience.of(header, Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(seconds));
    }
}
