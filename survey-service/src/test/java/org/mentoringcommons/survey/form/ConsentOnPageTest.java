package org.mentoringcommons.survey.form;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.mentoringcommons.survey.form.FormPages.goodFields;
import static org.mentoringcommons.survey.form.FormPages.open;
import static org.mentoringcommons.survey.form.FormPages.send;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** The consent text on the form: its changes, its languages, and saying no. */
@QuarkusTest
class ConsentOnPageTest {

    @Inject
    World world;

    @Test
    void a_consent_text_that_changed_mid_answer_comes_back_with_everything_typed() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String page = "/s/" + asked.token();
        Map<String, Object> fields = goodFields(open(page));
        fields.put("research", "yes");
        publish(asked, Questions.consentWith("material", "2"));

        Response again = send(page, fields);

        again.then().statusCode(409).contentType("text/html;charset=UTF-8");
        assertThat(again.asString())
                .contains("The consent text has changed", "Taking part is still voluntary.")
                .contains("name=\"consentVersion\" value=\"2\"")
                .contains("name=\"communication_1.then\" value=\"2\" checked")
                .contains("value=\"Asian\" checked", "two &lt;b&gt;&amp; three&lt;/b&gt;")
                .contains("name=\"receipt\" value=\"" + fields.get("receipt") + "\"")
                .doesNotContain(" checked> Yes", " checked> No");
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isZero();

        fields.remove("research");
        fields.put("consentVersion", "2");
        send(page, fields).then().statusCode(400).body(containsString("id=\"research-error\""));
        fields.put("research", "no");
        send(page, fields).then().statusCode(200);
        assertThat(Database.select("select consent_version, research from response where wave = ?::uuid", asked.wave()))
                .containsExactly(List.of("2", false));
    }

    @Test
    void a_changed_text_is_told_even_when_the_answers_need_mending_too() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String page = "/s/" + asked.token();
        Map<String, Object> fields = goodFields(open(page));
        fields.remove("valuable");
        publish(asked, Questions.consentWith("material", "2"));

        Response again = send(page, fields);

        again.then().statusCode(400);
        assertThat(again.asString())
                .contains("The consent text has changed", "id=\"valuable-error\"")
                .doesNotContain(" checked> No");
    }

    @Test
    void another_language_is_shown_without_losing_what_was_typed() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        publish(asked, Questions.consentWith("material", "2", "es"));
        String page = "/s/" + asked.token();
        Response english = open(page);
        assertThat(english.asString()).contains("<html lang=\"en\">", "name=\"show\" value=\"es\"", "Español");
        Map<String, Object> fields = goodFields(english);
        fields.put("consentVersion", "2");
        fields.put("consentLanguage", "en");
        fields.put("show", "es");

        Response spanish = send(page, fields);

        spanish.then().statusCode(200);
        assertThat(spanish.asString())
                .contains("<html lang=\"es\">", "Text in es", "Question in es", "Enviar mis respuestas")
                .contains("name=\"consentLanguage\" value=\"es\"")
                .contains("name=\"communication_1.then\" value=\"2\" checked", " checked> No")
                .contains("two &lt;b&gt;&amp; three&lt;/b&gt;");
        fields.remove("show");
        fields.put("consentLanguage", "es");
        send(page, fields).then().statusCode(200).body(containsString("Este es su recibo"));
        assertThat(Database.select("select consent_language from response where wave = ?::uuid", asked.wave()))
                .containsExactly(List.of("es"));
    }

    @Test
    void the_browsers_language_is_the_pages() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        publish(asked, Questions.consentWith("material", "2", "es"));

        given().accept("text/html")
                .header("Accept-Language", "es-MX,en;q=0.5")
                .get("/s/" + asked.token())
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"es\">"));
        given().accept("text/html")
                .header("Accept-Language", "es")
                .get("/s/nonsense")
                .then()
                .statusCode(404)
                .body(containsString("Este enlace no lleva a ninguna parte"));
    }

    @Test
    void declining_keeps_nothing_of_what_was_typed() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String page = "/s/" + asked.token();
        Map<String, Object> fields = goodFields(open(page));
        fields.put("decline", "yes");

        send(page, fields).then().statusCode(200).body(containsString("You are not taking part"));

        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isZero();
        open(page).then().statusCode(200).body(containsString("You can change your mind"));
        fields.remove("decline");
        send(page, fields).then().statusCode(200).body(containsString("This is your receipt"));
    }

    private static void publish(World.Asked asked, Map<String, Object> consent) {
        String protocol =
                Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).path("protocol");
        Api.administrator(Token.LAKESIDE)
                .post("/protocols/" + protocol + "/consents", consent)
                .then()
                .statusCode(201);
    }
}
