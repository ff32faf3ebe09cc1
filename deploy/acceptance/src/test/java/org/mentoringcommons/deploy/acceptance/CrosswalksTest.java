package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** What is declared about instruments and modules elsewhere can be used where studies are declared. */
@ExtendWith(TheStack.class)
class CrosswalksTest {

    private static final String MENTORING_UP = "mentoring-up-early-career";

    @Test
    void what_survey_ships_and_curriculum_says_reaches_analytics() {
        Eventually.assertThat(() -> assertThat(Database.names(Service.ANALYTICS, "select key from item_crosswalk"))
                .contains("mentorship-competency/26/mentorship-competency/21"));
        declare("crossed-too-early", 1).then().statusCode(400).body("violations.field", contains("crosswalk"));

        TheStack.asOperator(Service.CURRICULUM)
                .contentType("application/json")
                .body(Map.of(
                        "title",
                        "A test's own",
                        "changes",
                        "First edition.",
                        "competencies",
                        List.of(Map.of("key", "communication", "title", "Communication")),
                        "curricula",
                        List.of(Map.of("curriculum", MENTORING_UP, "version", "1.0.0")),
                        "modules",
                        List.of(),
                        "scales",
                        List.of(Map.of(
                                "instrument",
                                "of-no-account",
                                "scale",
                                "communication",
                                "competency",
                                "communication"))))
                .post("/curriculum/v1/crosswalks/acceptance")
                .then()
                .statusCode(201);

        Eventually.assertThat(
                () -> assertThat(declare("crossed", 1).statusCode()).isEqualTo(201));
    }

    @Test
    void what_comes_with_our_curricula_leads_to_scales_of_our_instruments_and_reaches_analytics() {
        Eventually.assertThat(() -> assertThat(Database.names(
                        Service.ANALYTICS,
                        "select number::text from module_crosswalk where key = 'starter' and number = 1"))
                .containsExactly("1"));
        JsonPath shipped = TheStack.asOperator(Service.CURRICULUM)
                .get("/curriculum/v1/crosswalks/starter/1")
                .jsonPath();
        List<String> instruments = shipped.getList("scales.instrument");
        Set<String> asked = new TreeSet<>();
        List<Map<String, Object>> known = TheStack.asOperator(Service.SURVEY)
                .get("/survey/v1/instruments?limit=500")
                .jsonPath()
                .getList("");
        known.stream().filter(one -> instruments.contains(one.get("key"))).forEach(one -> TheStack.asOperator(
                        Service.SURVEY)
                .get("/survey/v1/instruments/" + one.get("key") + "/" + one.get("version"))
                .jsonPath()
                .getList("scales.key", String.class)
                .forEach(scale -> asked.add(one.get("key") + " " + scale)));

        assertThat(asked)
                .as("every scale of them is spoken of, and no other")
                .containsExactlyInAnyOrderElementsOf(
                        shipped.getList("scales.collect { it.instrument + ' ' + it.scale }", String.class));
    }

    private static io.restassured.response.Response declare(String key, int number) {
        Map<String, Object> inclusion = Map.of(
                "curricula",
                List.of(MENTORING_UP),
                "minimumMinutes",
                0,
                "audiences",
                List.of("mentee"),
                "instruments",
                TheStack.asOperator(Service.ANALYTICS)
                        .get("/analytics/v1/studies/mentoring-up-2021")
                        .jsonPath()
                        .getList("inclusion.instruments"));
        return TheStack.asOperator(Service.ANALYTICS)
                .contentType("application/json")
                .body(Map.of(
                        "key",
                        key,
                        "title",
                        "A test's own",
                        "purpose",
                        "to see whether crosswalks arrive",
                        "agreement",
                        "The consented answers are shared with the study's team.",
                        "inclusion",
                        inclusion,
                        "population",
                        "consented",
                        "team",
                        List.of("nobody"),
                        "tables",
                        Map.of("gains", List.of("communication")),
                        "crosswalk",
                        Map.of("key", "acceptance", "number", number)))
                .post("/analytics/v1/studies");
    }
}
