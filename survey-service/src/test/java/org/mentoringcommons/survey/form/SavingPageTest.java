package org.mentoringcommons.survey.form;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** Saving and going on later, on the page, without any script. */
@QuarkusTest
class SavingPageTest {

    @Inject
    World world;

    @Test
    void everything_typed_comes_back_on_another_device() {
        String page = "/s/" + world.asked(Token.LAKESIDE, 1).token();

        Response saved = send(page, typed("0"));

        saved.then()
                .statusCode(200)
                .body(containsString("Saved. You can close this page"))
                .body(containsString("name=\"draftRevision\" value=\"1\""));
        Response again = open(page);
        again.then().statusCode(200).body(containsString("This is what you saved before"));
        assertThat(again.asString())
                .contains("name=\"communication_1.then\" value=\"2\" checked")
                .doesNotContain("name=\"communication_1.now\" value=\"2\" checked")
                .contains("name=\"career\" value=\"Postdoc\" checked", "name=\"race\" value=\"Asian\" checked")
                .contains("name=\"research\" value=\"no\" checked", "name=\"countUnfinished\" value=\"yes\" checked")
                .contains("half a &lt;thought&gt;")
                .contains("name=\"draftRevision\" value=\"1\"");
    }

    @Test
    void the_page_says_how_far_somebody_is() {
        String page = "/s/" + world.asked(Token.LAKESIDE, 1).token();
        open(page).then().body(containsString("0 of 6 questions answered<progress value=\"0\" max=\"6\">"));

        send(page, typed("0")).then().body(containsString("3 of 6 questions answered")); // half a pair is no answer

        open(page).then().body(containsString("3 of 6 questions answered<progress value=\"3\" max=\"6\">"));
    }

    @Test
    void a_second_tab_is_told_and_keeps_what_was_typed_in_it() {
        String page = "/s/" + world.asked(Token.LAKESIDE, 1).token();
        send(page, typed("0")).then().statusCode(200);
        Map<String, Object> other = typed("0");
        other.put("planned_changes", "another thought");

        Response told = send(page, other);

        told.then()
                .statusCode(409)
                .body(containsString("You saved something else meanwhile"))
                .body(containsString("another thought"))
                .body(containsString("name=\"draftRevision\" value=\"1\""));
        open(page).then().body(containsString("half a &lt;thought&gt;"));
        other.put("draftRevision", "1");
        send(page, other).then().statusCode(200);
        open(page).then().body(containsString("another thought"));
    }

    @Test
    void a_tampered_revision_overwrites_nothing() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String page = "/s/" + asked.token();
        send(page, typed("0")).then().statusCode(200);

        send(page, typed("-1 or 1")).then().statusCode(200); // the same once more: a retry
        Map<String, Object> other = typed("99999999999");
        other.put("planned_changes", "x");
        send(page, other).then().statusCode(409);

        assertThat(Database.select("select revision from draft where wave = ?::uuid", asked.wave()))
                .containsExactly(List.of(1));
    }

    @Test
    void a_consent_text_that_changed_since_is_shown_and_decided_anew() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String page = "/s/" + asked.token();
        send(page, typed("0")).then().statusCode(200);
        String protocol =
                Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).path("protocol");
        Api.administrator(Token.LAKESIDE)
                .post("/protocols/" + protocol + "/consents", Questions.consent("material", "2"))
                .then()
                .statusCode(201);

        Response again = open(page);

        again.then().statusCode(200).body(containsString("The consent text has changed"));
        assertThat(again.asString())
                .contains("half a &lt;thought&gt;")
                .doesNotContain("name=\"research\" value=\"no\" checked");
    }

    private static Map<String, Object> typed(String revision) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("save", "yes");
        fields.put("draftRevision", revision);
        fields.put("receipt", Questions.receipt());
        fields.put("consentVersion", "1");
        fields.put("consentLanguage", "en");
        fields.put("research", "no");
        fields.put("countUnfinished", "yes");
        fields.put("communication_1.then", "2");
        fields.put("communication_1.now", "");
        fields.put("career", "Postdoc");
        fields.put("race", List.of("Asian", "Other"));
        fields.put("planned_changes", "half a <thought>");
        return fields;
    }

    private static Response open(String page) {
        return given().accept("text/html").get(page);
    }

    private static Response send(String page, Map<String, Object> fields) {
        return given().accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(page);
    }
}
