package org.mentoringcommons.curriculum.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;
import static org.mentoringcommons.curriculum.Api.publishedCurriculum;
import static org.mentoringcommons.curriculum.Api.session;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class CalendarResourceTest {

    private static final Instant FIRST = Instant.parse("2030-03-04T15:00:00Z");
    private static final Instant SECOND = Instant.parse("2030-03-11T14:00:00Z");

    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
    private String curriculum;
    private String workshop;

    @BeforeEach
    void plan() {
        curriculum = publishedCurriculum();
        workshop = facilitator.planned(Api.workshop(curriculum, session(FIRST, 120), session(SECOND, 90)));
    }

    @Test
    void each_session_is_an_event_in_universal_time_that_readers_of_the_standard_take() throws Exception {
        Response file = calendar();

        assertThat(file.contentType()).startsWith("text/calendar");
        var read = new net.fortuna.ical4j.data.CalendarBuilder().build(new java.io.StringReader(file.asString()));
        assertThat(read.validate(true).hasErrors()).isFalse();
        assertThat(values(file, "UID"))
                .containsExactly(workshop + "-1@mentoring-commons", workshop + "-2@mentoring-commons");
        assertThat(values(file, "DTSTART")).containsExactly("20300304T150000Z", "20300311T140000Z");
        assertThat(values(file, "DTEND")).containsExactly("20300304T170000Z", "20300311T153000Z");
        assertThat(values(file, "SEQUENCE")).containsExactly("0", "0");
        assertThat(values(file, "SUMMARY")).containsExactly("Spring cohort (1 of 2)", "Spring cohort (2 of 2)");
        assertThat(values(file, "STATUS")).containsOnly("CONFIRMED");
    }

    @Test
    void a_session_that_is_moved_keeps_its_uid_and_one_that_is_dropped_is_called_off() {
        List<String> before = values(calendar(), "UID");
        change(Api.workshop(curriculum, session(FIRST.plusSeconds(3600), 120)));

        Response after = calendar();

        assertThat(values(after, "UID")).isEqualTo(before);
        assertThat(values(after, "SEQUENCE")).containsExactly("1", "1");
        assertThat(values(after, "DTSTART")).containsExactly("20300304T160000Z", "20300311T140000Z");
        assertThat(values(after, "STATUS")).containsExactly("CONFIRMED", "CANCELLED");
        change(Api.workshop(curriculum, session(FIRST, 120), session(SECOND, 60)));
        assertThat(values(calendar(), "STATUS")).containsExactly("CONFIRMED", "CONFIRMED");
        assertThat(values(calendar(), "SEQUENCE")).containsExactly("2", "2");
    }

    @Test
    void what_moves_nobody_leaves_calendars_alone() {
        Map<String, Object> another = new HashMap<>(Api.workshop(curriculum, session(FIRST, 120), session(SECOND, 90)));
        another.put("audience", "mentor");
        String tag = calendar().header("ETag");
        change(another);

        assertThat(values(calendar(), "SEQUENCE")).containsExactly("0", "0");
        facilitator
                .call()
                .header("If-None-Match", tag)
                .get(WORKSHOPS + "/" + workshop + "/calendar")
                .then()
                .statusCode(304);
    }

    @Test
    void a_cancelled_workshop_is_cancelled_in_calendars() {
        facilitator.post(WORKSHOPS + "/" + workshop + "/cancel", "");

        assertThat(values(calendar(), "STATUS")).containsOnly("CANCELLED");
        assertThat(values(calendar(), "SEQUENCE")).containsExactly("1", "1");
    }

    @Test
    void long_and_foreign_words_are_folded_by_octets_and_no_character_is_cut() {
        String name = "Führung; Begleitung, 指導 und \uD83C\uDF31 ".repeat(4).strip();
        Map<String, Object> plan = new HashMap<>(Api.workshop(curriculum, session(FIRST, 120)));
        plan.put("name", name);
        plan.put("place", "Room 1\\2");
        change(plan);

        byte[] file = calendar().asByteArray();
        String text = new String(file, StandardCharsets.UTF_8);

        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
        assertThat(values(calendar(), "SUMMARY").get(0))
                .isEqualTo(name.replace(";", "\\;").replace(",", "\\,"));
        assertThat(values(calendar(), "LOCATION")).contains("Room 1\\\\2");
    }

    @Test
    void a_neighbour_gets_no_calendar() {
        Api.facilitatorOf(Token.HILLTOP)
                .call()
                .get(WORKSHOPS + "/" + workshop + "/calendar")
                .then()
                .statusCode(404);
    }

    private void change(Map<String, Object> plan) {
        facilitator.put(WORKSHOPS + "/" + workshop, plan).then().statusCode(200);
    }

    private Response calendar() {
        Response file = facilitator.call().get(WORKSHOPS + "/" + workshop + "/calendar");
        file.then().statusCode(200);
        return file;
    }

    /** As RFC 5545 has a reader do it: unfold first. */
    private static List<String> values(Response file, String property) {
        String text = new String(file.asByteArray(), StandardCharsets.UTF_8).replace("\r\n ", "");
        return Stream.of(text.split("\r\n"))
                .filter(line -> line.startsWith(property + ":"))
                .map(line -> line.substring(property.length() + 1))
                .toList();
    }
}
