package org.mentoringcommons.survey.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Test
    void quiet_hours_end_by_the_clocks_on_the_wall() {
        Mailing overNight = new Mailing(List.of(), LocalTime.of(20, 0), LocalTime.of(8, 0));
        Mailing atNoon = new Mailing(List.of(), LocalTime.of(12, 0), LocalTime.of(14, 0));

        // in the night to 8 March 2026 the clocks go forward in Chicago
        assertThat(overNight.afterQuiet(Instant.parse("2026-03-08T04:00:00Z"), CHICAGO))
                .isEqualTo(Instant.parse("2026-03-08T13:00:00Z"));
        assertThat(overNight.afterQuiet(Instant.parse("2026-03-07T12:00:00Z"), CHICAGO))
                .isEqualTo(Instant.parse("2026-03-07T14:00:00Z"));
        assertThat(overNight.afterQuiet(Instant.parse("2026-03-07T14:00:00Z"), CHICAGO))
                .isEqualTo(Instant.parse("2026-03-07T14:00:00Z"));
        assertThat(atNoon.afterQuiet(Instant.parse("2026-03-07T18:30:00Z"), CHICAGO))
                .isEqualTo(Instant.parse("2026-03-07T20:00:00Z"));
        assertThat(atNoon.afterQuiet(Instant.parse("2026-03-07T20:00:00Z"), CHICAGO))
                .isEqualTo(Instant.parse("2026-03-07T20:00:00Z"));
    }
}
