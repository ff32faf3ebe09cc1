package org.mentoringcommons.survey.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class AdaptationTest {

    private static final Map<String, Object> DEPARTMENT = Map.of(
            "kind",
            "choice",
            "key",
            "own_department",
            "label",
            "Which department?",
            "required",
            true,
            "when",
            Map.of("item", "career", "equals", "Postdoc"),
            "options",
            List.of(Map.of("code", "Medicine", "label", "Medicine"), Map.of("code", "Nursing", "label", "Nursing")));

    @Inject
    World world;

    @Test
    void own_items_come_after_the_core_and_are_told_apart_from_it() {
        String instrument = Questions.published();
        adapt(Token.LAKESIDE, instrument, Map.of("items", List.of(DEPARTMENT)))
                .then()
                .statusCode(200);
        World.Asked asked = asked(Token.LAKESIDE, instrument);
        Map<String, Object> answers = Questions.goodAnswers();
        answers.put("career", "Postdoc");

        Response without = Api.answer(asked.token(), Questions.receipt(), answers);
        answers.put("own_department", "Nursing");
        Response with = Api.answer(asked.token(), Questions.receipt(), answers);

        without.then().statusCode(400).body("violations.field", contains("answers.own_department"));
        with.then().statusCode(201);
        String response = Database.select("select id from response where wave = ?::uuid", asked.wave())
                .get(0)
                .get(0)
                .toString();
        JsonNode told = Database.told(response).get(0).data();
        assertThat(told.get("own")).isEqualTo(Database.json("{\"own_department\": \"Nursing\"}"));
        assertThat(told.get("answers").has("own_department")).isFalse();
        assertThat(told.get("answers").get("career").textValue()).isEqualTo("Postdoc");
        JsonNode wave = Database.told(asked.wave()).get(0).data().get("instrument");
        assertThat(wave.get("own").findValuesAsText("key")).containsExactly("own_department");
        assertThat(wave.get("items").findValuesAsText("key")).doesNotContain("own_department");
    }

    @Test
    void nobody_else_is_asked_them_and_waves_that_are_open_stay_as_they_are() {
        String instrument = Questions.published();
        World.Asked before = asked(Token.LAKESIDE, instrument);
        adapt(Token.LAKESIDE, instrument, Map.of("items", List.of(DEPARTMENT)))
                .then()
                .statusCode(200);

        World.Asked elsewhere = asked(Token.HILLTOP, instrument);
        World.Asked after = asked(Token.LAKESIDE, instrument);
        adapt(Token.LAKESIDE, instrument, Map.of()).then().statusCode(200).body("revision", equalTo(2));

        form(before).then().body("items.key", not(hasItem("own_department")));
        form(elsewhere).then().body("items.key", not(hasItem("own_department")));
        form(after).then().body("items.key", hasItem("own_department"));
        Api.portal(Token.HILLTOP)
                .get("/adaptations/" + instrument + "/1")
                .then()
                .statusCode(404);
        Api.portal(Token.LAKESIDE)
                .get("/adaptations/" + instrument + "/1/1")
                .then()
                .statusCode(200)
                .body("items.key", contains("own_department"));
    }

    @Test
    void licensed_words_are_laid_over_the_labels_and_nothing_else_changes() {
        String instrument = Questions.published();
        Map<String, Object> words = Map.of(
                "language",
                "en",
                "title",
                "As licensed",
                "items",
                Map.of(
                        "communication_1",
                        Map.of("label", "Words under licence", "lowAnchor", "barely"),
                        "career",
                        Map.of("options", Map.of("Postdoc", "Postdoctoral fellow"))));
        adapt(
                        Token.LAKESIDE,
                        instrument,
                        Map.of("overlays", List.of(Map.of("licence", "By permission", "words", words))))
                .then()
                .statusCode(200)
                .body("overlays.licence", contains("By permission"));
        World.Asked asked = asked(Token.LAKESIDE, instrument);

        form(asked)
                .then()
                .body("title", equalTo("As licensed"))
                .body("items.find { it.key == 'communication_1' }.label", equalTo("Words under licence"))
                .body("items.find { it.key == 'communication_1' }.lowAnchor", equalTo("barely"))
                .body("items.find { it.key == 'communication_1' }.highAnchor", equalTo("very well"))
                .body("items.find { it.key == 'career' }.options.code", contains("Postdoc", "Assistant Professor"))
                .body(
                        "items.find { it.key == 'career' }.options.label",
                        contains("Postdoctoral fellow", "Assistant Professor!"));
        RestAssured.given()
                .accept("text/html")
                .get("/s/" + asked.token())
                .then()
                .statusCode(200)
                .body(containsString("<h1>As licensed</h1>"), containsString("Words under licence"));
        assertThat(Database.told(asked.wave()).get(0).data().toString()).doesNotContain("licence");
        Api.portal(Token.LAKESIDE)
                .get("/instruments/" + instrument + "/1")
                .then()
                .body("title", equalTo("How mentoring went for me"));
    }

    @Test
    void a_licensed_translation_adds_a_language_if_it_is_whole() {
        String instrument = Questions.published();
        Map<String, Object> half =
                Map.of("language", "fr", "items", Map.of("valuable", Map.of("label", "Du temps bien employé")));

        adapt(Token.LAKESIDE, instrument, Map.of("overlays", List.of(Map.of("licence", "L", "words", half))))
                .then()
                .statusCode(400)
                .body("type", endsWith(":adaptation-contradictory"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "overlays[0].words.items.valuable.lowAnchor",
                                "overlays[0].words.items.valuable.highAnchor",
                                "overlays[0].words.items.communication_1",
                                "overlays[0].words.items.communication_2",
                                "overlays[0].words.items.career",
                                "overlays[0].words.items.race",
                                "overlays[0].words.items.planned_changes",
                                "overlays[0].words.sections.Working together"));
    }

    @Test
    void whatever_would_touch_the_core_is_refused_by_name() {
        String instrument = Questions.published();
        Map<String, Object> wanted = Map.of(
                "items",
                List.of(Questions.text("department", 10), Questions.text("own_a", 10), Questions.text("own_a", 10)),
                "overlays",
                List.of(Map.of(
                        "licence",
                        "L",
                        "words",
                        Map.of(
                                "language",
                                "en",
                                "items",
                                Map.of(
                                        "career", Map.of("options", Map.of("Dean", "Dean")),
                                        "planned_changes", Map.of("lowAnchor", "none"),
                                        "nowhere", Map.of("label", "No"))))));

        adapt(Token.LAKESIDE, instrument, wanted)
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "items[0].key",
                                "items[2].key",
                                "overlays[0].words.items.career.options.Dean",
                                "overlays[0].words.items.planned_changes.lowAnchor",
                                "overlays[0].words.items.nowhere"));
        adapt(Token.LAKESIDE, instrument, Map.of("overlays", List.of(Map.of("words", Map.of("language", "en")))))
                .then()
                .statusCode(400)
                .body("violations.field", contains("overlays[0].licence"));
        adapt(Token.LAKESIDE, "nowhere", Map.of()).then().statusCode(404);
    }

    @Test
    void who_has_not_read_the_latest_revision_does_not_overwrite_it() {
        String instrument = Questions.published();
        String tag = adapt(Token.LAKESIDE, instrument, Map.of()).header("ETag");
        adapt(Token.LAKESIDE, instrument, Map.of("items", List.of(DEPARTMENT)))
                .then()
                .statusCode(200);

        RestAssured.given()
                .auth()
                .oauth2(Api.administrator(Token.LAKESIDE).token())
                .contentType("application/json")
                .header("If-Match", tag)
                .body("{}")
                .put("/survey/v1/adaptations/" + instrument + "/1")
                .then()
                .statusCode(412)
                .body("violations.message", contains("the ETag now is \"2\""));
    }

    private static Response adapt(Tenant institution, String instrument, Map<String, Object> wanted) {
        return Api.administrator(institution).put("/adaptations/" + instrument + "/1", wanted);
    }

    private World.Asked asked(Tenant institution, String instrument) {
        return world.asked(institution, 1, () -> Questions.protocolOf(institution, "exclude", instrument, List.of()));
    }

    private static Response form(World.Asked asked) {
        return Api.anybody().get("/forms/" + asked.token());
    }
}
