package org.mentoringcommons.analytics.study;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class StudyDeclarationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STUDIES = "/analytics/v1/studies";

    @Inject
    Feed feed;

    @Test
    void a_declared_study_is_shown_as_declared() throws IOException {
        ObjectNode study = study("shown-as-declared");

        declare(study).statusCode(201).header("Location", endsWith(STUDIES + "/shown-as-declared"));

        JsonNode shown = JSON.readTree(given().auth()
                .oauth2(Token.platform(Roles.PLATFORM_OPERATOR))
                .get(STUDIES + "/shown-as-declared")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(shown.get("inclusion").get("curricula"))
                .isEqualTo(study.get("inclusion").get("curricula"));
        assertThat(shown.get("inclusion").get("from").asText()).isEqualTo("2026-01-01");
        assertThat(shown.get("tables").get("comparison"))
                .isEqualTo(study.get("tables").get("comparison"));
        assertThat(shown.get("team")).isEqualTo(study.get("team"));
    }

    @Test
    void a_key_is_taken_once() throws IOException {
        declare(study("taken-once")).statusCode(201);

        declare(study("taken-once")).statusCode(409).body("type", endsWith("study-exists"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/population; \"evaluated\"; population",
                "/inclusion/curricula; []; inclusion.curricula",
                "/inclusion/audiences; []; inclusion.audiences",
                "/inclusion/instruments; []; inclusion.instruments",
                "/inclusion/audiences; [\"mentee\", \"everybody\"]; inclusion.audiences[1]",
                "/inclusion/minimumMinutes; -1; inclusion.minimumMinutes",
                "/inclusion/to; \"2025-12-31\"; inclusion.to",
                "/inclusion/from; \"yesterday\"; inclusion.from",
                "/team; []; team",
                "/purpose; \" \"; purpose",
                "/agreement; null; agreement",
                "/inclusion/maximumMinutes; 239; inclusion.maximumMinutes",
                "/inclusion/maximumMinutes; 0; inclusion.maximumMinutes",
                "/inclusion/modes; [\"online\", \"by_mail\"]; inclusion.modes[1]",
                "/inclusion/minimalWorkshopSize; -1; inclusion.minimalWorkshopSize",
                "/groupings/0/by; \"weather\"; groupings[0].by",
                "/groupings/0/groups; [\"online\"]; groupings[0].groups",
                "/groupings/0/groups; [\"online\", \"by_mail\"]; groupings[0].groups[1]",
                "/groupings/0/item; \"career\"; groupings[0].item",
                "/groupings/0/section; \"career_comparison\"; groupings[0].section",
                "/tests/1; \"coin_toss\"; tests[1]",
                "/tests/1; \"clustered_signed_rank\"; tests[1]",
                "/family; [\"communication\", \"never_asked\"]; family[1]",
                "/thresholds/median; 10; thresholds.median",
                "/thresholds/median; 21; thresholds.spread",
                "/thresholds/exact; 99; thresholds.exact",
                "/key; \"with spaces\"; key",
                "/title; \"\"; title",
                "/tables/workshops/0/count; \"guessed\"; tables.workshops[0].count",
                "/tables/workshops/1/reason; \"boring\"; tables.workshops[1].reason",
                "/tables/workshops/0/reason; \"short\"; tables.workshops[0].reason",
                "/tables/workshops/2/mode; \"by_mail\"; tables.workshops[2].mode",
                "/tables/workshops/2/row; \"delivered\"; tables.workshops[2].row",
                "/tables/workshops/0/minimumSize; -3; tables.workshops[0].minimumSize",
                "/tables/satisfaction/0/favourable; []; tables.satisfaction[0].favourable",
                "/tables/coded/0/section; \"gains\"; tables.coded[0].section",
                "/tables/gains; [\"communication\", \"communication\"]; tables.gains[1]",
                "/tables/scores; [\"well\", \"well\"]; tables.scores[1]",
                "/crosswalk; {\"key\": \"\", \"number\": 1}; crosswalk.key",
                "/crosswalk; {\"key\": \"k\", \"number\": 0}; crosswalk.number",
                "/tables/coded/0/section; \"dose_competencies\"; tables.coded[0].section",
                "/tables/comparison/groups; [\"Postdoc\"]; tables.comparison.groups",
                "/tables/comparison/section; \"planned_changes\"; tables.comparison.section",
                "/colour; 1; colour",
            })
    void what_makes_no_sense_is_refused_naming_the_field(String path, String value, String field) throws IOException {
        ObjectNode study = study("refused");
        set(study, path, JSON.readTree(value));

        declare(study)
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("violations.field", hasItem(equalTo(field)));

        given().auth()
                .oauth2(Token.platform(Roles.PLATFORM_OPERATOR))
                .get(STUDIES + "/refused")
                .then()
                .statusCode(404);
    }

    @Test
    void once_the_instrument_is_known_items_scales_and_codes_are_checked_against_it() throws IOException {
        Tenant site = Facts.institution("declared against");
        Map<String, Object> instrument = Facts.instrument(
                "declared-against",
                "1",
                List.of(
                        Facts.thenNow("a"),
                        Facts.likert("r", 5),
                        Facts.options("stage", "choice", List.of("x", "y")),
                        Facts.text("why")),
                List.of(Facts.scale("skill", "a"), Facts.scale("pace", "r")));
        feed.state("workshops", site, Facts.id("da"), Facts.workshop("da", "declared-against", 240));
        feed.state("waves", site, Facts.id("da wave"), Facts.wave("da wave", "da", instrument));
        ObjectNode study = study("against-a-known-instrument");
        set(study, "/inclusion/instruments", JSON.readTree("[{\"key\": \"declared-against\", \"version\": \"1\"}]"));

        declare(study)
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "tables.participants[0].item",
                                "tables.satisfaction[0].item",
                                "tables.coded[0].item",
                                "tables.gains[0]",
                                "tables.scores[0]",
                                "tables.comparison.item"));
        set(study, "/tables/participants/0/item", JSON.readTree("\"stage\""));
        set(study, "/tables/satisfaction/0/item", JSON.readTree("\"stage\""));
        set(study, "/tables/satisfaction/0/favourable", JSON.readTree("[\"x\"]"));
        set(study, "/tables/coded/0/item", JSON.readTree("\"why\""));
        set(study, "/tables/gains", JSON.readTree("[\"skill\"]"));
        set(study, "/tables/scores", JSON.readTree("[\"pace\"]"));
        set(study, "/family", JSON.readTree("[\"skill\"]"));
        set(study, "/tables/comparison/item", JSON.readTree("\"stage\""));
        declare(study).statusCode(400).body("violations.field", contains("tables.comparison.item"));
        set(study, "/tables/comparison/groups", JSON.readTree("[\"x\", \"y\"]"));
        declare(study).statusCode(201);
    }

    @Test
    void sizes_that_contradict_are_refused() throws IOException {
        ObjectNode study = study("refused");
        set(study, "/tables/workshops/0/minimumSize", JSON.readTree("10"));
        set(study, "/tables/workshops/0/maximumSize", JSON.readTree("9"));

        declare(study).statusCode(400).body("violations.field", hasItem("tables.workshops[0].maximumSize"));
    }

    @Test
    void a_study_is_shown_to_its_team_and_to_administrators_who_may_join_and_to_nobody_else() throws IOException {
        declare(study("who-sees")).statusCode(201);

        show("who-sees", Token.of("2f1c0b52-6f0e-4a0e-9f0c-0d6f6f1f7a11").sign())
                .statusCode(200);
        show("who-sees", Token.member(Token.HILLTOP, Roles.INSTITUTION_ADMIN)).statusCode(200);
        show("who-sees", Token.member(Token.HILLTOP, Roles.EVALUATOR))
                .statusCode(404)
                .body("type", endsWith("study-not-found"));
    }

    @Test
    void an_institution_joins_once_and_leaves_and_joins_again() throws IOException {
        declare(study("joinable")).statusCode(201);
        String address = STUDIES + "/joinable/participation";
        String agreement = "{\"agreement\": 1}";

        asAdministrator()
                .body(agreement)
                .post(address)
                .then()
                .statusCode(201)
                .header("Location", endsWith(address))
                .body("agreement", equalTo(1))
                .body("sharing", equalTo(true))
                .body("institution", equalTo(Token.LAKESIDE.id()));
        asAdministrator()
                .body(agreement)
                .post(address)
                .then()
                .statusCode(409)
                .body("type", endsWith("participation-exists"));
        asAdministrator().get(address).then().statusCode(200);
        asAdministrator().delete(address).then().statusCode(204);
        asAdministrator().delete(address).then().statusCode(404);
        asAdministrator().get(address).then().statusCode(404);
        asAdministrator().body(agreement).post(address).then().statusCode(201);
    }

    @Test
    void an_agreement_says_to_what() throws IOException {
        declare(study("agreeable")).statusCode(201);

        asAdministrator()
                .body("{}")
                .post(STUDIES + "/agreeable/participation")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("agreement"));
    }

    @Test
    void nobody_joins_a_study_that_is_not() {
        asAdministrator()
                .body("{\"agreement\": 1}")
                .post(STUDIES + "/never-declared/participation")
                .then()
                .statusCode(404);
    }

    private static io.restassured.specification.RequestSpecification asAdministrator() {
        return given().auth()
                .oauth2(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN))
                .contentType("application/json");
    }

    private static ValidatableResponse show(String key, String token) {
        return given().auth().oauth2(token).get(STUDIES + "/" + key).then();
    }

    private static ValidatableResponse declare(JsonNode study) {
        return given().auth()
                .oauth2(Token.platform(Roles.PLATFORM_OPERATOR))
                .contentType("application/json")
                .body(study.toString())
                .post(STUDIES)
                .then();
    }

    /** The example of the OpenAPI document, which thereby is one that works. */
    private static ObjectNode study(String key) throws IOException {
        ObjectNode study = (ObjectNode) JSON.readTree(Examples.STUDY);
        return study.put("key", key);
    }

    private static void set(ObjectNode study, String path, JsonNode value) {
        int cut = path.lastIndexOf('/');
        JsonNode parent = study.at(path.substring(0, cut));
        String name = path.substring(cut + 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
    }
}
