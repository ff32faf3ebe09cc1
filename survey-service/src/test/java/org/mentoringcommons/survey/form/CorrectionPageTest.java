package org.mentoringcommons.survey.form;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** Seeing and changing what was sent, on the page, without any script. */
@QuarkusTest
class CorrectionPageTest {

    @Inject
    World world;

    private World.Asked asked;
    private String page;
    private String receipt;

    @BeforeEach
    void somebodyHasAnswered() {
        asked = world.asked(Token.LAKESIDE, 1);
        page = "/s/" + asked.token() + "/answers";
        receipt = Questions.receipt();
        Api.answer(asked.token(), receipt, Questions.goodAnswers()).then().statusCode(201);
    }

    @Test
    void the_link_leads_to_where_the_receipt_is_asked_for() {
        given().accept("text/html")
                .get("/s/" + asked.token())
                .then()
                .statusCode(409)
                .body(containsString("https://survey.example" + page));
        given().accept("text/html").get(page).then().statusCode(200).body(containsString("Your receipt"));
        send(Map.of("receipt", "7KQ2D-M0XRT-9FWZH-4CPV8-6NJEB"))
                .then()
                .statusCode(404)
                .body(containsString("We do not know this code"));
    }

    @Test
    void whoever_agreed_to_a_text_that_is_no_more_in_force_reads_so_behind_the_link() {
        String link = "/s/" + asked.token();
        String said = "The consent text has changed since you answered.";
        given().accept("text/html").get(link).then().statusCode(409).body(not(containsString(said)));

        Api admin = Api.administrator(Token.LAKESIDE);
        String protocol = admin.get("/waves/" + asked.wave()).path("protocol");
        admin.post("/protocols/" + protocol + "/consents", Questions.consent("material", "2"))
                .then()
                .statusCode(201);

        given().accept("text/html").get(link).then().statusCode(409).body(containsString(said));
    }

    @Test
    void the_receipt_opens_the_form_as_it_was_sent() {
        Response opened = send(Map.of("receipt", receipt));

        opened.then().statusCode(200).body(containsString("These are the answers you sent"));
        assertThat(opened.asString())
                .contains("name=\"communication_1.now\" value=\"6\" checked")
                .contains("name=\"career\" value=\"Assistant Professor\" checked")
                .contains("name=\"research\" value=\"yes\" checked")
                .contains("I will write an agenda before we meet.")
                .contains("name=\"revision\" value=\"1\"", "Send my changes")
                .doesNotContain("name=\"save\"", "name=\"decline\"");
    }

    @Test
    void changes_are_taken_and_what_is_wrong_comes_back_with_everything_typed() {
        Map<String, Object> fields = changed("1");
        fields.remove("valuable");
        send(fields)
                .then()
                .statusCode(400)
                .body(containsString("id=\"valuable-error\""))
                .body(containsString("other words"));

        fields.put("valuable", "2");
        send(fields)
                .then()
                .statusCode(200)
                .body(containsString("Your changes have been received"))
                .body(containsString(receipt));

        assertThat(Database.select(
                        "select revision, research, texts ->> 'planned_changes' from response where wave = ?::uuid",
                        asked.wave()))
                .containsExactly(List.of(2, false, "other words"));
    }

    @Test
    void a_second_tab_is_told_and_keeps_what_was_chosen_in_it() {
        send(changed("1")).then().statusCode(200);
        Map<String, Object> other = changed("1");
        other.put("planned_changes", "yet other words");

        send(other)
                .then()
                .statusCode(409)
                .body(containsString("Your answers were changed meanwhile"))
                .body(containsString("yet other words"))
                .body(containsString("name=\"revision\" value=\"2\""));
    }

    private Map<String, Object> changed(String revision) {
        return new HashMap<>(Map.of(
                "receipt",
                receipt,
                "revision",
                revision,
                "consentVersion",
                "1",
                "research",
                "no",
                "communication_1.then",
                "1",
                "communication_1.now",
                "2",
                "valuable",
                "2",
                "career",
                "Postdoc",
                "planned_changes",
                "other words"));
    }

    private Response send(Map<String, Object> fields) {
        return given().accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(page);
    }
}
