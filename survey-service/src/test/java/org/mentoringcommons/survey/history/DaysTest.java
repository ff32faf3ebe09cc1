package org.mentoringcommons.survey.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days are read in the one way that a column is said to write them. */
class DaysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MM/dd/yyyy | 03/09/2019",
                "M/d/yy | 3/9/19",
                "dd.MM.yyyy | 09.03.2019",
                "d MMM yyyy | 9 mar 2019",
                "yyyy-MM-dd HH:mm | 2019-03-09 23:59"
            })
    void a_day_is_read_as_its_column_writes_days(String format, String cell) {
        assertThat(Days.of(format).read(cell)).contains(LocalDate.of(2019, 3, 9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MM/dd/yyyy | 2019-03-09 | is written like yyyy-MM-dd, but the column like MM/dd/yyyy",
                "MM/dd/yyyy | 09.03.2019 | is written like dd.MM.yyyy, but the column like MM/dd/yyyy",
                "MM/dd/yyyy | 31/03/2019 | is written like dd/MM/yyyy, but the column like MM/dd/yyyy",
                "MM/dd/yyyy | 02/30/2019 | is no day written like MM/dd/yyyy"
            })
    void one_written_in_another_way_is_told_so(String format, String cell, String message) {
        assertThat(Days.of(format).read(cell)).isEmpty();
        assertThat(Days.of(format).wrong(cell)).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MM/dd", "HH:mm", "something", "yyyy"})
    void what_gives_no_day_is_no_format(String format) {
        assertThatThrownBy(() -> Days.of(format))
                .isInstanceOfAny(IllegalArgumentException.class, DateTimeException.class);
    }

    @Test
    void without_a_format_days_are_written_as_iso_has_them() {
        assertThat(Days.of(null).read("2019-03-09")).contains(LocalDate.of(2019, 3, 9));
    }
}
