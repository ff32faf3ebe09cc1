package org.mentoringcommons.curriculum.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Workshops on Mondays at noon, planned before the first of them and planned anew. */
class NumberingTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant BEFORE_ALL = MONDAY.minus(Duration.ofDays(30));

    @Test
    void a_session_that_is_put_in_gets_a_new_number_wherever_it_is_put() {
        assertThat(replanned(present(0, 7), at(-1), at(0), at(7))).containsExactly(3, 1, 2);
        assertThat(replanned(present(0, 7), at(0), at(3), at(7))).containsExactly(1, 3, 2);
    }

    @Test
    void the_others_keep_theirs_when_one_is_dropped() {
        assertThat(replanned(present(0, 7, 14), at(7), at(14))).containsExactly(2, 3);
        assertThat(replanned(present(0, 7, 14), at(0), at(15))).containsExactly(1, 3);
    }

    @Test
    void sessions_that_are_all_moved_by_a_week_stay_in_their_order() {
        assertThat(replanned(present(0, 7, 14), at(7), at(14), at(21))).containsExactly(1, 2, 3);
    }

    @Test
    void what_has_begun_and_began_then_is_the_same_whatever_becomes_of_the_others() {
        assertThat(replanned(MONDAY, present(0, 7), at(-7), at(0))).containsExactly(2, 1);
        assertThat(replanned(BEFORE_ALL, present(0, 7), at(-7), at(0))).containsExactly(1, 2);
    }

    @Test
    void whoever_says_which_one_it_is_may_put_them_in_any_order() {
        assertThat(replanned(present(0, 7, 14), as(3, 0), as(1, 7), as(2, 14))).containsExactly(3, 1, 2);
        assertThat(replanned(present(0, 7), as(2, 0), at(7), at(14))).containsExactly(2, 1, 3);
    }

    @Test
    void a_number_of_which_there_is_no_session_or_that_is_said_twice_is_named() {
        assertThatThrownBy(() -> replanned(present(0, 7), as(1, 0), as(3, 7), as(1, 14)))
                .isInstanceOfSatisfying(HttpProblem.class, refused -> {
                    assertThat(refused.getType()).hasToString("urn:mentoring-commons:problem:sessions-impossible");
                    assertThat(refused.getParameters().get("violations").toString())
                            .contains("sessions[1].number", "is no session", "sessions[2].number", "appears before")
                            .doesNotContain("sessions[0]");
                });
    }

    @Test
    void what_was_called_off_and_takes_place_after_all_is_the_same_and_its_number_is_nobody_elses() {
        List<CalledOff> calledOff = List.of(new CalledOff(4, day(21), 60));

        assertThat(numbers(BEFORE_ALL, present(0), calledOff, at(0), at(21))).containsExactly(1, 4);
        assertThat(numbers(BEFORE_ALL, present(0), calledOff, at(0), as(4, 35))).containsExactly(1, 4);
        assertThat(numbers(BEFORE_ALL, present(0), calledOff, at(0), at(28))).containsExactly(1, 5);
    }

    private static List<Integer> replanned(Map<Integer, Session> present, NewSession... planned) {
        return replanned(BEFORE_ALL, present, planned);
    }

    private static List<Integer> replanned(Instant now, Map<Integer, Session> present, NewSession... planned) {
        return numbers(now, present, List.of(), planned);
    }

    private static List<Integer> numbers(
            Instant now, Map<Integer, Session> present, List<CalledOff> calledOff, NewSession... planned) {
        List<Session> wanted = Stream.of(planned)
                .map(session -> new Session(session.startsAt(), session.minutes(), 0, List.of()))
                .toList();
        Map<Integer, Session> numbered = Numbering.of(present, calledOff, List.of(planned), wanted, now);
        assertThat(numbered.values()).containsExactlyElementsOf(wanted);
        return List.copyOf(numbered.keySet());
    }

    private static Map<Integer, Session> present(int... days) {
        Map<Integer, Session> present = new LinkedHashMap<>();
        IntStream.range(0, days.length)
                .forEach(at -> present.put(at + 1, new Session(day(days[at]), 60, 0, List.of())));
        return present;
    }

    private static NewSession at(int day) {
        return new NewSession(null, day(day), null, 60, List.of());
    }

    private static NewSession as(int number, int day) {
        return new NewSession(number, day(day), null, 60, List.of());
    }

    private static Instant day(int day) {
        return MONDAY.plus(Duration.ofDays(day));
    }
}
