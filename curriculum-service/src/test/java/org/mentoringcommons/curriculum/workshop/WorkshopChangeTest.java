package org.mentoringcommons.curriculum.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;
import static org.mentoringcommons.curriculum.Api.publishedCurriculum;
import static org.mentoringcommons.curriculum.Api.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Facts;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class WorkshopChangeTest {

    private static final Instant FIRST = Instant.now().minus(Duration.ofDays(9)).truncatedTo(ChronoUnit.MILLIS);
    private static final Instant SECOND = FIRST.plus(Duration.ofDays(7));

    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
    private String curriculum;
    private String workshop;

    @BeforeEach
    void plan() {
        curriculum = publishedCurriculum();
        workshop = facilitator.planned(Api.workshop(curriculum, session(FIRST, 120), session(SECOND, 120)));
    }

    @Test
    void a_planned_workshop_is_moved_and_others_are_told() {
        Instant later = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MILLIS);

        change(session(later, 240)).then().statusCode(200).body("sessions.minutes", contains(240));

        assertThat(last().get("minutes").asInt()).isEqualTo(240);
        assertThat(last().get("sessions")).hasSize(1);
        assertThat(last().get("sessions").get(0).get("startsAt").asText()).isEqualTo(later.toString());
    }

    @Test
    void whoever_read_what_has_changed_since_changes_nothing() {
        String tag = facilitator.call().get(WORKSHOPS + "/" + workshop).header("ETag");
        attend(1);

        Map<String, Object> wanted = Api.workshop(curriculum, session(FIRST, 60), session(SECOND, 60));
        facilitator
                .call()
                .header("If-Match", tag)
                .body(wanted)
                .put(WORKSHOPS + "/" + workshop)
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:mentoring-commons:problem:changed-since-read"));

        String now = facilitator.call().get(WORKSHOPS + "/" + workshop).header("ETag");
        assertThat(last().get("minutes").asInt()).isEqualTo(240);
        String after = facilitator
                .call()
                .header("If-Match", now)
                .body(wanted)
                .put(WORKSHOPS + "/" + workshop)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(after)
                .isNotEqualTo(now)
                .isEqualTo(facilitator.call().get(WORKSHOPS + "/" + workshop).header("ETag"));
    }

    @Test
    void a_session_keeps_its_number_and_who_was_there() {
        attend(1);

        change(session(FIRST.plusSeconds(3600), 90), session(SECOND, 120))
                .then()
                .statusCode(200)
                .body("sessions.attended", contains(2, 0))
                .body("attended", equalTo(2));

        facilitator
                .call()
                .get(WORKSHOPS + "/" + workshop + "/sessions/1/attendance")
                .then()
                .body("participants.size()", equalTo(2));
    }

    @Test
    void a_session_that_was_attended_is_neither_dropped_nor_moved_into_the_future() {
        attend(2);

        change(session(FIRST, 120))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:session-attended"))
                .body("violations.field", contains("sessions[1]"));
        change(session(FIRST, 120), session(Instant.now().plusSeconds(3600), 120))
                .then()
                .statusCode(409)
                .body("violations.field", contains("sessions[1]"));
    }

    @Test
    void what_was_delivered_is_corrected_and_the_correction_is_told_and_on_record() {
        facilitator.post(WORKSHOPS + "/" + workshop + "/deliver", "");
        Map<String, Object> corrected = new HashMap<>(Api.workshop(curriculum, session(FIRST, 180)));
        corrected.put("mode", "online");
        corrected.put("audience", "mentor");

        facilitator
                .put(WORKSHOPS + "/" + workshop, corrected)
                .then()
                .statusCode(200)
                .body("status", equalTo("delivered"));

        assertThat(last().get("minutes").asInt()).isEqualTo(180);
        assertThat(last().get("mode").asText()).isEqualTo("online");
        assertThat(last().get("audience").asText()).isEqualTo("mentor");
        assertThat(last().get("status").asText()).isEqualTo("delivered");
        List<String> corrections = new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN))
                .call()
                .get("/curriculum/v1/audit?action=workshop.corrected&limit=500")
                .path("thingId");
        assertThat(corrections).contains(workshop);
    }

    @Test
    void what_was_delivered_took_place_and_with_that_version() {
        facilitator.post(WORKSHOPS + "/" + workshop + "/deliver", "");

        change(session(FIRST, 120), session(Instant.now().plusSeconds(60), 60))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:sessions-not-over"));
        facilitator
                .put(WORKSHOPS + "/" + workshop, Api.workshop(publishedCurriculum(), session(FIRST, 120)))
                .then()
                .statusCode(409)
                .body("violations.field", contains("version"));
    }

    @Test
    void a_planned_workshop_may_turn_to_another_version_whose_coverage_is_unknown() {
        facilitator.put(
                WORKSHOPS + "/" + workshop + "/coverage", Map.of("known", true, "modules", List.of("expectations")));
        String another = publishedCurriculum();

        facilitator
                .put(WORKSHOPS + "/" + workshop, Api.workshop(another, session(FIRST, 120)))
                .then()
                .statusCode(200)
                .body("curriculum", equalTo(another))
                .body("coverage.known", equalTo(false));
    }

    @Test
    void what_is_cancelled_or_a_neighbours_does_not_change() {
        Api.facilitatorOf(Token.HILLTOP)
                .put(WORKSHOPS + "/" + workshop, Api.workshop(curriculum, session(FIRST, 60)))
                .then()
                .statusCode(404);
        facilitator.post(WORKSHOPS + "/" + workshop + "/cancel", "");

        change(session(FIRST, 60))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:workshop-cancelled"));
    }

    @Test
    void coverage_is_told_module_by_module_and_known_to_others_once_nothing_is_open() {
        cover(Map.of("communication", "partly"))
                .then()
                .statusCode(200)
                .body("coverage.known", equalTo(false))
                .body("coverage.partly", contains("communication"))
                .body("coverage.unknown", contains("expectations"));
        assertThat(last().get("coverage").toString())
                .isEqualTo("{\"known\":false,\"modules\":[],\"partly\":[],\"local\":[],\"localPartly\":[]}");

        cover(Map.of("communication", "partly", "expectations", "not"))
                .then()
                .body("coverage.known", equalTo(true))
                .body("coverage.modules", empty());
        assertThat(last().get("coverage").toString())
                .isEqualTo(
                        "{\"known\":true,\"modules\":[],\"partly\":[\"communication\"],\"local\":[],\"localPartly\":[]}");

        cover(Map.of("communication", "unknown", "expectations", "unknown"))
                .then()
                .body("coverage.unknown", empty());
        cover(Map.of("cooking", "delivered"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("extents.cooking"));
    }

    private Response cover(Map<String, String> extents) {
        return facilitator.put(WORKSHOPS + "/" + workshop + "/coverage", Map.of("extents", extents));
    }

    private Response change(Object... sessions) {
        return facilitator.put(WORKSHOPS + "/" + workshop, Api.workshop(curriculum, sessions));
    }

    private void attend(int session) {
        List<String> people = facilitator
                .roster(workshop, "name,email\nAna,ana@example.org\nBo,bo@example.org")
                .path("participants.id");
        facilitator.attend(workshop, session, people).then().statusCode(200);
    }

    private JsonNode last() {
        List<Facts.Told> told = Facts.about(workshop);
        return told.get(told.size() - 1).data();
    }
}
