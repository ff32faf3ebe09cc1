package org.mentoringcommons.survey.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    @ParameterizedTest(name = "{3}: {0} in {1} closes {2}")
    @CsvSource({
        "2026-03-10T15:00:00Z, UTC,                 2026-04-11T00:00:00Z, same day of the next month",
        "2026-03-10T15:00:00Z, America/Chicago,     2026-04-11T05:00:00Z, daylight time on both ends",
        "2026-02-10T15:00:00Z, America/Chicago,     2026-03-11T05:00:00Z, clocks go forward in between",
        "2026-10-10T15:00:00Z, America/Chicago,     2026-11-11T06:00:00Z, clocks go back in between",
        "2026-03-11T04:59:00Z, America/Chicago,     2026-04-11T05:00:00Z, still the tenth there",
        "2026-03-11T05:00:00Z, America/Chicago,     2026-04-12T05:00:00Z, the eleventh there as well",
        "2026-01-31T12:00:00Z, UTC,                 2026-03-01T00:00:00Z, clamped to the end of February",
        "2028-01-31T12:00:00Z, UTC,                 2028-03-01T00:00:00Z, clamped to a leap day",
        "2026-01-29T12:00:00Z, UTC,                 2026-03-01T00:00:00Z, the twenty-ninth is clamped too",
        "2026-05-31T12:00:00Z, UTC,                 2026-07-01T00:00:00Z, clamped to the thirtieth",
        "2026-12-15T12:00:00Z, UTC,                 2027-01-16T00:00:00Z, into the next year",
        "2026-03-10T15:00:00Z, Pacific/Kiritimati,  2026-04-11T10:00:00Z, fourteen hours ahead it is the eleventh",
        "2026-03-10T15:00:00Z, Pacific/Honolulu,    2026-04-11T10:00:00Z, ten hours behind it is the tenth",
        "2026-03-10T15:00:00Z, Asia/Kathmandu,      2026-04-10T18:15:00Z, a quarter-hour zone",
        "2026-08-05T12:00:00Z, America/Santiago,    2026-09-06T04:00:00Z, that midnight does not exist: 01:00 is the first moment",
        "2026-10-01T12:00:00Z, America/Havana,      2026-11-02T05:00:00Z, the hour after midnight comes twice on the last day",
    })
    void closes_at_the_end_of_the_same_day_one_month_later(Instant over, String zone, Instant closes, String why) {
        Window window = Window.monthAfter(over, ZoneId.of(zone));

        assertThat(window).as(why).isEqualTo(new Window(over, closes));
    }

    @ParameterizedTest(name = "{5}")
    @CsvSource({
        "2026-03-10T15:00:00Z, 6,  America/Chicago,  2026-09-10T05:00:00Z, 2026-10-11T05:00:00Z, daylight time on both ends",
        "2026-06-10T15:00:00Z, 6,  America/Chicago,  2026-12-10T06:00:00Z, 2027-01-11T06:00:00Z, clocks went back since",
        "2026-08-31T15:00:00Z, 6,  America/Chicago,  2027-02-28T06:00:00Z, 2027-03-29T05:00:00Z, clamped to the end of February",
        "2028-02-29T15:00:00Z, 12, UTC,              2029-02-28T00:00:00Z, 2029-03-29T00:00:00Z, there is no leap day",
        "2026-03-06T12:00:00Z, 6,  America/Santiago, 2026-09-06T04:00:00Z, 2026-10-07T03:00:00Z, that day begins at 01:00",
    })
    void a_follow_up_opens_with_its_day(
            Instant over, int months, String zone, Instant opens, Instant closes, String why) {
        assertThat(Window.monthLater(over, months, ZoneId.of(zone))).as(why).isEqualTo(new Window(opens, closes));
    }

    @Test
    void is_open_from_its_first_moment_to_just_before_its_last() {
        Instant opens = Instant.parse("2026-03-10T15:00:00Z");
        Instant closes = Instant.parse("2026-04-11T00:00:00Z");
        Window window = new Window(opens, closes);

        assertThat(window.at(opens.minusNanos(1))).isEqualTo(Window.State.SCHEDULED);
        assertThat(window.at(opens)).isEqualTo(Window.State.OPEN);
        assertThat(window.at(closes.minusNanos(1))).isEqualTo(Window.State.OPEN);
        assertThat(window.at(closes)).isEqualTo(Window.State.CLOSED);
    }
}
