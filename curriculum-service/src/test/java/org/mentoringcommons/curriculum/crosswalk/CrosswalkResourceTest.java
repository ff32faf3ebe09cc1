package org.mentoringcommons.curriculum.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class CrosswalkResourceTest {

    private static final String PATH = "/curriculum/v1/crosswalks/";

    private final Api operator = Api.operator();
    private final Api evaluator = new Api(Token.member(Token.LAKESIDE, Roles.EVALUATOR));
    private final String key = "crosswalk-" + UUID.randomUUID();
    private String curriculum;

    @BeforeEach
    void published() {
        curriculum = Packages.published();
    }

    @Test
    void a_crosswalk_tells_its_gaps_both_ways() {
        Response said = operator.post(PATH + key, crosswalk());

        said.then()
                .statusCode(201)
                .body("number", equalTo(1))
                .body("gaps.modulesOfNoCompetency.module", contains("expectations"))
                .body("gaps.modulesOfNoScale.module", contains("expectations"))
                .body("gaps.competenciesOfNoModule", contains("ethics"))
                .body("gaps.competenciesOfNoScale", contains("ethics"))
                .body("gaps.scalesOfNoModule.scale", contains("satisfaction"));
        evaluator
                .call()
                .get(PATH + key + "/1")
                .then()
                .statusCode(200)
                .body("gaps.competenciesOfNoModule", contains("ethics"))
                .body("modules[0].competency", equalTo("communication"));
    }

    @Test
    void without_gaps_there_are_none() {
        Map<String, Object> whole = crosswalk();
        whole.put("modules", List.of(trains("communication", "communication"), trains("expectations", "ethics")));
        whole.put("scales", List.of(measures("communication", "communication"), measures("integrity", "ethics")));

        operator.post(PATH + key, whole)
                .then()
                .statusCode(201)
                .body("gaps.modulesOfNoCompetency", empty())
                .body("gaps.modulesOfNoScale", empty())
                .body("gaps.competenciesOfNoModule", empty())
                .body("gaps.competenciesOfNoScale", empty())
                .body("gaps.scalesOfNoModule", empty());
    }

    @Test
    void said_anew_it_gets_the_next_number_and_the_one_before_stays() {
        operator.post(PATH + key, crosswalk());
        Map<String, Object> next = crosswalk();
        next.put("title", "Another");

        operator.post(PATH + key, next).then().statusCode(201).body("number", equalTo(2));

        Response first = evaluator.call().get(PATH + key + "/1");
        first.then().body("title", equalTo("Ours"));
        evaluator
                .call()
                .header("If-None-Match", first.header("ETag"))
                .get(PATH + key + "/1")
                .then()
                .statusCode(304);
        Response list =
                evaluator.call().get("/curriculum/v1/crosswalks?limit=1&after=" + key.substring(0, key.length() - 1));
        assertThat(list.jsonPath().getList("number")).containsExactly(2);
        assertThat(list.jsonPath().getList("title")).containsExactly("Another");
        evaluator.call().get(PATH + key + "/3").then().statusCode(404);
    }

    @Test
    void what_is_not_there_or_said_twice_is_named_by_field_and_nothing_is_kept() {
        Map<String, Object> wrong = crosswalk();
        wrong.put(
                "curricula",
                List.of(
                        Map.of("curriculum", curriculum, "version", "1.0.0"),
                        Map.of("curriculum", curriculum, "version", "9.9.9")));
        wrong.put(
                "modules",
                List.of(
                        trains("cooking", "communication"),
                        trains("communication", "cooking"),
                        trains("communication", "communication"),
                        trains("communication", "communication")));
        wrong.put("scales", List.of(measures("communication", "cooking")));

        operator.post(PATH + key, wrong)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:crosswalk-impossible"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "curricula[1]",
                                "modules[0].module",
                                "modules[1].competency",
                                "modules[3]",
                                "scales[0].competency"));
        evaluator.call().get(PATH + key + "/1").then().statusCode(404);
    }

    private Map<String, Object> crosswalk() {
        Map<String, Object> said = new HashMap<>();
        said.put("title", "Ours");
        said.put("changes", "First edition.");
        said.put(
                "competencies",
                List.of(
                        Map.of("key", "communication", "title", "Effective communication"),
                        Map.of("key", "ethics", "title", "Ethical behaviour")));
        said.put("curricula", List.of(Map.of("curriculum", curriculum, "version", "1.0.0")));
        said.put("modules", List.of(trains("communication", "communication")));
        said.put("scales", Arrays.asList(measures("communication", "communication"), measures("satisfaction", null)));
        return said;
    }

    private Map<String, Object> trains(String module, String competency) {
        return Map.of("curriculum", curriculum, "module", module, "competency", competency);
    }

    private static Map<String, Object> measures(String scale, String competency) {
        Map<String, Object> measures = new HashMap<>(Map.of("instrument", "survey", "scale", scale));
        measures.put("competency", competency);
        return measures;
    }
}
