package org.mentoringcommons.curriculum.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;
import static org.mentoringcommons.curriculum.Api.publishedCurriculum;
import static org.mentoringcommons.curriculum.Api.session;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.tenancy.contract.Token;

/** What belongs to a session stays with it, however its workshop is planned anew. */
@QuarkusTest
class SessionNumbersTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Instant GOING_ON = NOW.minus(Duration.ofMinutes(10));
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
    private String curriculum;
    private String workshop;
    private String here;
    private String coming;

    @BeforeEach
    void plan() {
        curriculum = publishedCurriculum();
        workshop = facilitator.planned(Api.workshop(curriculum, session(GOING_ON, 60), session(TOMORROW, 60)));
        here = board(1, "What do you need?");
        coming = board(2, "What will you change?");
    }

    @Test
    void boards_and_attendance_stay_with_their_session_when_others_are_put_in() {
        List<String> people = facilitator
                .roster(workshop, "name,email\nAna,ana@example.org\nBo,bo@example.org")
                .path("participants.id");
        facilitator.attend(workshop, 1, people).then().statusCode(200);

        change(session(YESTERDAY, 60), session(GOING_ON, 60), session(NOW.plusSeconds(7200), 60), session(TOMORROW, 60))
                .statusCode(200)
                .body("sessions.number", contains(3, 1, 4, 2))
                .body("sessions.attended", contains(0, 2, 0, 0));

        shown(here).body("closesAt", equalTo(end(GOING_ON))).body("session", equalTo(1));
        shown(coming).body("closesAt", equalTo(end(TOMORROW))).body("session", equalTo(2));
        assertThat(boards(3)).isEmpty();
        assertThat(boards(1)).containsExactly(here);
        facilitator
                .call()
                .get(WORKSHOPS + "/" + workshop + "/sessions/1/attendance")
                .then()
                .body("participants", equalTo(people));
        facilitator
                .call()
                .get(WORKSHOPS + "/" + workshop + "/sessions/3/attendance")
                .then()
                .body("participants", empty());
    }

    @Test
    void sessions_that_say_which_they_are_change_places_with_all_that_is_theirs() {
        Instant later = TOMORROW.plus(Duration.ofDays(1));

        change(numbered(2, TOMORROW), numbered(1, later)).statusCode(200).body("sessions.number", contains(2, 1));

        shown(here).body("closesAt", equalTo(end(later)));
        shown(coming).body("closesAt", equalTo(end(TOMORROW)));
    }

    @Test
    void the_board_of_a_dropped_session_is_nobody_elses_and_comes_back_with_it() {
        change(session(GOING_ON, 60), session(TOMORROW.plusSeconds(3600), 60), session(TOMORROW.plusSeconds(7200), 60))
                .body("sessions.number", contains(1, 2, 3));
        change(session(GOING_ON, 60), numbered(3, TOMORROW.plusSeconds(7200))).body("sessions.number", contains(1, 3));
        shown(coming).body("closesAt", nullValue()).body("open", equalTo(false));
        assertThat(boards(3)).isEmpty();

        change(session(GOING_ON, 60), session(TOMORROW.plusSeconds(3600), 60), numbered(3, TOMORROW.plusSeconds(7200)))
                .body("sessions.number", contains(1, 2, 3));

        shown(coming).body("closesAt", equalTo(end(TOMORROW.plusSeconds(3600)))).body("open", equalTo(true));
    }

    @Test
    void a_number_is_said_of_a_session_there_is() {
        change(session(GOING_ON, 60), numbered(7, TOMORROW))
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:sessions-impossible"))
                .body("violations.field", contains("sessions[1].number"));
        facilitator
                .post(WORKSHOPS, Api.workshop(curriculum, numbered(1, TOMORROW)))
                .then()
                .statusCode(400)
                .body("violations.field", contains("sessions[0].number"));
    }

    @Test
    void calendars_move_what_they_have_and_take_what_is_put_in_for_new() {
        change(session(YESTERDAY, 60), session(GOING_ON, 60), session(TOMORROW, 60));

        String calendar = facilitator
                .call()
                .get(WORKSHOPS + "/" + workshop + "/calendar")
                .asString()
                .replace("\r\n ", "");

        assertThat(calendar.lines()
                        .filter(line -> line.startsWith("UID:") || line.startsWith("SUMMARY:"))
                        .map(line -> line.replace(workshop, "W").replace("@mentoring-commons", "")))
                .containsExactly(
                        "UID:W-3", "SUMMARY:Spring cohort (1 of 3)",
                        "UID:W-1", "SUMMARY:Spring cohort (2 of 3)",
                        "UID:W-2", "SUMMARY:Spring cohort (3 of 3)");
    }

    private String board(int session, String prompt) {
        return facilitator
                .post(WORKSHOPS + "/" + workshop + "/sessions/" + session + "/boards", Map.of("prompt", prompt))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<String> boards(int session) {
        Response boards = facilitator.call().get(WORKSHOPS + "/" + workshop + "/sessions/" + session + "/boards");
        return boards.path("id");
    }

    private ValidatableResponse shown(String board) {
        return facilitator.call().get("/curriculum/v1/boards/" + board).then().statusCode(200);
    }

    private ValidatableResponse change(Object... sessions) {
        return facilitator
                .put(WORKSHOPS + "/" + workshop, Api.workshop(curriculum, sessions))
                .then();
    }

    private static Map<String, Object> numbered(int number, Instant startsAt) {
        Map<String, Object> session = new HashMap<>(session(startsAt, 60));
        session.put("number", number);
        return session;
    }

    private static String end(Instant start) {
        return start.plus(Duration.ofHours(1)).toString();
    }
}
