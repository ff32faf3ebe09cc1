package org.mentoringcommons.curriculum.workshop;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;
import static org.mentoringcommons.curriculum.Api.publishedCurriculum;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.tenancy.contract.Token;

/** What clocks show is not always a moment, and some moments they show twice. */
@QuarkusTest
class WorkshopClockTest {

    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);

    @Test
    void a_session_begins_at_what_clocks_show_in_the_institutions_zone_unless_another_is_said() {
        plan(null, "2026-07-06T09:00", 240)
                .then()
                .statusCode(201)
                .body("timeZone", equalTo("America/Chicago"))
                .body("sessions[0].startsAt", equalTo("2026-07-06T14:00:00Z"))
                .body("sessions[0].localStart", equalTo("2026-07-06T09:00:00"));
        plan("Asia/Kolkata", "2026-07-06T09:00", 240)
                .then()
                .statusCode(201)
                .body("sessions[0].startsAt", equalTo("2026-07-06T03:30:00Z"));
    }

    @Test
    void an_hour_that_clocks_never_show_is_refused_and_explained() {
        plan(null, "2026-03-08T02:30", 240)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:sessions-impossible"))
                .body("violations.field", contains("sessions[0].localStart"))
                .body(
                        "violations[0].message",
                        allOf(containsString("never shown in America/Chicago"), containsString("from 02:00 to 03:00")));
    }

    @Test
    void an_hour_that_clocks_show_twice_is_refused_with_the_two_moments_it_can_mean() {
        plan(null, "2026-11-01T01:30", 240)
                .then()
                .statusCode(400)
                .body("violations.field", contains("sessions[0].localStart"))
                .body(
                        "violations[0].message",
                        allOf(containsString("2026-11-01T06:30:00Z"), containsString("2026-11-01T07:30:00Z")));
    }

    @Test
    void a_session_during_which_clocks_are_changed_is_explained() {
        plan(null, "2026-11-01T00:00", 240)
                .then()
                .statusCode(201)
                .body("warnings.kind", hasItem("clock_change"))
                .body("warnings.find { it.kind == 'clock_change' }.message", containsString("show 03:00"));
    }

    @Test
    void what_is_planned_in_the_past_is_taken_and_explained() {
        plan(null, "2024-05-06T09:00", 240)
                .then()
                .statusCode(201)
                .body("warnings.kind", contains("in_the_past"))
                .body("warnings[0].session", equalTo(1));
    }

    @Test
    void a_zone_that_is_none_and_a_start_said_twice_are_refused_by_field() {
        plan("Central Time", "2026-07-06T09:00", 240)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:time-zone-unknown"))
                .body("violations.field", contains("timeZone"));
        Map<String, Object> session =
                Map.of("startsAt", "2026-07-06T14:00:00Z", "localStart", "2026-07-06T09:00", "minutes", 240);
        facilitator
                .post(WORKSHOPS, Api.workshop(publishedCurriculum(), session))
                .then()
                .statusCode(400)
                .body("violations.field", contains("sessions[0].startsAt"));
    }

    private Response plan(String zone, String localStart, int minutes) {
        Map<String, Object> session = Map.of(
                "localStart", localStart, "minutes", minutes, "modules", List.of("communication", "expectations"));
        Map<String, Object> plan = new HashMap<>(Api.workshop(publishedCurriculum(), session));
        if (zone != null) {
            plan.put("timeZone", zone);
        }
        return facilitator.post(WORKSHOPS, plan);
    }
}
