package org.mentoringcommons.curriculum.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;
import static org.mentoringcommons.curriculum.Api.publishedCurriculum;
import static org.mentoringcommons.curriculum.Api.session;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Facts;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class WorkshopResourceTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);

    @Test
    void a_planned_workshop_is_found_as_it_was_planned() {
        String curriculum = publishedCurriculum();

        Response answer = facilitator.post(
                WORKSHOPS, Api.workshop(curriculum, session(NOON, 120), session(NOON.plus(Duration.ofDays(7)), 90)));

        answer.then().statusCode(201);
        String id = answer.path("id");
        assertThat(answer.header("Location")).endsWith(WORKSHOPS + "/" + id);
        facilitator
                .call()
                .get(WORKSHOPS + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Spring cohort"))
                .body("curriculum", equalTo(curriculum))
                .body("version", equalTo("1"))
                .body("mode", equalTo("in_person"))
                .body("audience", equalTo("mentee"))
                .body("sessions.number", contains(1, 2))
                .body("sessions.minutes", contains(120, 90))
                .body("sessions[0].startsAt", equalTo("2026-03-02T12:00:00Z"))
                .body("coverage.known", equalTo(false))
                .body("coverage.modules", empty())
                .body("status", equalTo("planned"))
                .body("deliveredAt", nullValue())
                .body("rosterRevision", equalTo(0));
    }

    @Test
    void another_institution_neither_lists_nor_finds_nor_changes_it() {
        String id = facilitator.plannedInThePast();
        Api neighbour = Api.facilitatorOf(Token.HILLTOP);

        neighbour
                .call()
                .get(WORKSHOPS + "/" + id)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:mentoring-commons:problem:workshop-not-found"));
        neighbour.post(WORKSHOPS + "/" + id + "/deliver", "").then().statusCode(404);
        neighbour
                .put(WORKSHOPS + "/" + id + "/coverage", Map.of("known", false))
                .then()
                .statusCode(404);
        assertThat(neighbour.call().get(WORKSHOPS + "?limit=500").jsonPath().getList("id"))
                .doesNotContain(id);
        assertThat(facilitator.call().get(WORKSHOPS + "/" + id).<String>path("status"))
                .isEqualTo("planned");
    }

    @Test
    void an_evaluator_reads_and_does_not_write() {
        String id = facilitator.plannedInThePast();
        Api evaluator = new Api(Token.member(Token.LAKESIDE, Roles.EVALUATOR));

        evaluator.call().get(WORKSHOPS + "/" + id).then().statusCode(200);
        evaluator.post(WORKSHOPS + "/" + id + "/cancel", "").then().statusCode(403);
    }

    @Test
    void coverage_names_modules_of_the_version_or_says_unknown() {
        String id = facilitator.plannedInThePast();

        cover(id, Map.of("known", true, "modules", List.of("expectations")))
                .then()
                .statusCode(200)
                .body("coverage.known", equalTo(true))
                .body("coverage.modules", contains("expectations"));
        cover(id, Map.of("known", false)).then().statusCode(200).body("coverage.known", equalTo(false));
    }

    @Test
    void coverage_that_cannot_be_is_refused_by_field() {
        String id = facilitator.plannedInThePast();

        cover(id, Map.of("known", true, "modules", List.of("communication", "cooking", "communication")))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:coverage-impossible"))
                .body("violations.field", contains("modules[1]", "modules[2]"));
        for (Map<String, Object> half : List.<Map<String, Object>>of(
                Map.of("known", true),
                Map.of("known", true, "modules", List.of()),
                Map.of("known", false, "modules", List.of("communication")))) {
            cover(id, half).then().statusCode(400).body("violations.field", contains("modules"));
        }
        assertThat(Facts.about(id)).hasSize(1);
    }

    @Test
    void delivery_is_recorded_once_the_last_session_has_ended() {
        String past = facilitator.plannedInThePast();
        String coming = facilitator.planned(
                Api.workshop(publishedCurriculum(), session(Instant.now().minusSeconds(600), 60)));

        facilitator
                .post(WORKSHOPS + "/" + past + "/deliver", "")
                .then()
                .statusCode(200)
                .body("status", equalTo("delivered"));
        facilitator
                .post(WORKSHOPS + "/" + coming + "/deliver", "")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:sessions-not-over"))
                .body("violations.field", contains("sessions[0]"));
        facilitator
                .post(WORKSHOPS + "/" + past + "/deliver", "")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:workshop-delivered"));
    }

    @Test
    void every_change_is_told_with_a_rising_version_and_what_is_refused_is_not() {
        String id = facilitator.plannedInThePast();
        cover(id, Map.of("known", true, "modules", List.of("communication")));
        cover(id, Map.of("known", true, "modules", List.of("communication"))); // the same again
        facilitator.post(WORKSHOPS + "/" + id + "/deliver", "");
        facilitator.post(WORKSHOPS + "/" + id + "/deliver", ""); // refused

        List<Facts.Told> told = Facts.about(id);

        assertThat(told).hasSize(4).allSatisfy(fact -> {
            assertThat(fact.topic()).isEqualTo("workshops");
            assertThat(fact.type()).isEqualTo("org.mentoringcommons.workshop.v1");
            assertThat(fact.tenant()).isEqualTo(Token.LAKESIDE.id());
        });
        assertThat(told).extracting(Facts.Told::version).isSorted().doesNotHaveDuplicates();
        assertThat(told.get(0).version()).isPositive();
        assertThat(told.get(3).data().get("status").asText()).isEqualTo("delivered");
        assertThat(told.get(3).data().get("minutes").asInt()).isEqualTo(240);
    }

    @Test
    void an_unknown_or_unpublished_version_is_refused_by_field() {
        String drafted = "curriculum-" + UUID.randomUUID();
        Api.drafted(drafted);

        for (String curriculum : List.of("nowhere", drafted, "nul\u0000")) {
            facilitator
                    .post(WORKSHOPS, Api.workshop(curriculum, session(NOON, 60)))
                    .then()
                    .statusCode(400);
        }
        facilitator
                .post(WORKSHOPS, Api.workshop(drafted, session(NOON, 60)))
                .then()
                .body("type", equalTo("urn:mentoring-commons:problem:curriculum-version-unknown"))
                .body("violations.field", contains("version"));
    }

    @Test
    void every_wrong_field_of_a_plan_is_named_at_once() {
        Map<String, Object> plan =
                new HashMap<>(Api.workshop("x", session(NOON, 0), session(NOON, 1441), Map.of("minutes", 5)));
        plan.put("name", " ");

        facilitator
                .post(WORKSHOPS, plan)
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "name", "sessions[0].minutes", "sessions[1].minutes", "sessions[2].startsAt"));
    }

    @Test
    void a_workshop_without_sessions_or_with_overlapping_ones_is_refused() {
        String curriculum = publishedCurriculum();

        facilitator
                .post(WORKSHOPS, Api.workshop(curriculum))
                .then()
                .statusCode(400)
                .body("violations.field", contains("sessions"));
        facilitator
                .post(WORKSHOPS, Api.workshop(curriculum, session(NOON, 60), session(NOON.plusSeconds(60), 60)))
                .then()
                .statusCode(400)
                .body("violations.field", contains("sessions[1].startsAt"));
    }

    @Test
    void an_institution_nobody_told_us_of_plans_nothing() {
        Tenant stranger = new Tenant("5e1f0000-0000-4000-8000-00000000face");

        Api.facilitatorOf(stranger)
                .post(WORKSHOPS, Api.workshop(publishedCurriculum(), session(NOON, 60)))
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:mentoring-commons:problem:institution-not-found"));
    }

    @Test
    void a_token_without_an_institution_or_with_two_is_told_to_ask_for_one() {
        new Api(Token.of("somebody").sign())
                .call()
                .get(WORKSHOPS)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:mentoring-commons:problem:no-institution"))
                .body("violations.field", contains("scope"));
        new Api(Token.of("somebody")
                        .at(Token.LAKESIDE, Roles.FACILITATOR)
                        .at(Token.HILLTOP, Roles.FACILITATOR)
                        .sign())
                .post(WORKSHOPS, Map.of())
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:mentoring-commons:problem:several-institutions"));
    }

    @Test
    void a_list_is_cut_into_pages_that_lead_through_all_of_it() {
        Api admin = new Api(Token.member(Token.HILLTOP, Roles.INSTITUTION_ADMIN));
        String curriculum = publishedCurriculum();
        for (int count = 0; count < 3; count++) {
            admin.planned(Api.workshop(curriculum, session(NOON, 60)));
        }

        List<String> all = admin.call().get(WORKSHOPS + "?limit=500").jsonPath().getList("id");
        Response first = admin.call().get(WORKSHOPS + "?limit=2");
        Response second = admin.call().get(first.header("Link").replaceAll(".*<(.*)>.*", "$1"));

        assertThat(first.jsonPath().<String>getList("id")).isEqualTo(all.subList(0, 2));
        assertThat(second.jsonPath().<String>getList("id")).isEqualTo(all.subList(2, Math.min(4, all.size())));
        assertThat(second.header("Link") == null).isEqualTo(all.size() <= 4);
    }

    private Response cover(String workshop, Map<String, Object> coverage) {
        return facilitator.put(WORKSHOPS + "/" + workshop + "/coverage", coverage);
    }
}
