package org.mentoringcommons.survey.form;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class FormPageTest {

    @Inject
    World world;

    @Inject
    TestClock clock;

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
    }

    @Test
    void the_page_asks_everything_without_script_and_gives_nothing_away() {
        String page = "/s/" + world.asked(Token.LAKESIDE, 1).token();

        Response shown = open(page);

        shown.then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", startsWith("default-src 'none'"));
        assertThat(shown.asString())
                .contains("<h1>How mentoring went for me</h1>", "Taking part is voluntary.", "For research?")
                .contains("aria-label=\"Before the workshop\"", "aria-label=\"Now\"")
                .contains("name=\"communication_1.then\" value=\"7\"", "name=\"communication_1.now\" value=\"7\"")
                .contains("type=\"checkbox\" name=\"race\" value=\"Asian\"")
                .contains("<textarea id=\"planned_changes\" name=\"planned_changes\" maxlength=\"200\"")
                .contains("<h2>Working together</h2>")
                .doesNotContain("<script", "role=\"alert\"", " checked> Yes");
    }

    @Test
    void sending_it_keeps_the_answer_and_shows_the_receipt_also_when_sent_twice() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String page = "/s/" + asked.token();
        Map<String, Object> fields = goodFields(open(page));

        Response thanks = send(page, fields);
        Response reloaded = send(page, fields);

        thanks.then().statusCode(200).body(containsString((String) fields.get("receipt")));
        reloaded.then().statusCode(200).body(containsString((String) fields.get("receipt")));
        List<List<Object>> rows = Database.select(
                "select answers::text, texts::text, research from response where wave = ?::uuid", asked.wave());
        assertThat(rows).hasSize(1);
        assertThat(Database.json((String) rows.get(0).get(0)))
                .isEqualTo(Database.json("{\"communication_1\": {\"then\": 2, \"now\": 6}, \"valuable\": 5,"
                        + " \"career\": \"Assistant Professor\", \"race\": [\"Asian\", \"Other\"]}"));
        assertThat(Database.json((String) rows.get(0).get(1)))
                .isEqualTo(Database.json("{\"planned_changes\": \"One\\ntwo <b>& three</b>\"}"));
        assertThat(rows.get(0).get(2)).isEqualTo(false);
        open(page).then().statusCode(409).body(containsString("Your answers are in"));
    }

    @Test
    void what_does_not_fit_is_told_at_its_field_and_nothing_entered_is_lost() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String page = "/s/" + asked.token();
        Map<String, Object> fields = goodFields(open(page));
        fields.remove("communication_1.now");
        fields.remove("valuable");
        fields.remove("research");

        Response again = send(page, fields);

        again.then().statusCode(400).contentType("text/html;charset=UTF-8");
        assertThat(again.asString())
                .contains("3 answers need your attention")
                .contains("id=\"communication_1-error\">“Now” is missing: please choose both, or leave out both.")
                .contains("id=\"valuable-error\">Please answer this question.")
                .contains("id=\"research-error\">Please answer this question.")
                .contains("name=\"communication_1.then\" value=\"2\" checked")
                .contains("value=\"Asian\" checked", "value=\"Other\" checked")
                .contains("two &lt;b&gt;&amp; three&lt;/b&gt;")
                .contains("name=\"receipt\" value=\"" + fields.get("receipt") + "\"")
                .doesNotContain("value=\"White\" checked", "<b>& three");
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isZero();
    }

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

    @Test
    void tampered_fields_are_refused_like_any_wrong_answer() {
        String page = "/s/" + world.asked(Token.LAKESIDE, 1).token();
        Map<String, Object> fields = goodFields(open(page));
        fields.put("communication_1.now", "88");
        fields.put("valuable", "many");
        fields.put("career", "Astronaut");

        Response again = send(page, fields);

        again.then().statusCode(400);
        assertThat(again.asString())
                .contains("“Now” is outside 1–7.")
                .contains("This answer must be a whole number of 1–5.")
                .contains("This answer is not one of the option codes.");
    }

    @Test
    void a_closed_survey_and_a_wrong_link_say_so_politely() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String page = "/s/" + asked.token();
        Map<String, Object> fields = goodFields(open(page));

        clock.set(Instant.now().plus(Duration.ofDays(60)));

        open(page).then().statusCode(409).body(containsString("This survey has closed"));
        send(page, fields).then().statusCode(409).body(containsString("This survey has closed"));
        open("/s/nonsense").then().statusCode(404).body(containsString("This link leads nowhere"));
        given().get("/s/nonsense").then().statusCode(404).contentType("application/problem+json");
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isZero();
    }

    @Test
    void the_links_of_a_suspended_institution_say_so_and_work_again_afterwards() {
        Tenant institution = new Tenant(UUID.randomUUID().toString());
        World.Asked asked = world.asked(institution, 2);
        String answered = "/s/" + asked.tokens().get(0);
        String page = "/s/" + asked.tokens().get(1);
        send(answered, goodFields(open(answered))).then().statusCode(200);
        Map<String, Object> fields = goodFields(open(page));

        world.institutionKnown(institution, "America/Chicago", "suspended");

        awaitStatus(page, 403).then().body(containsString("This survey is paused"));
        send(page, fields).then().statusCode(403).body(containsString("This survey is paused"));
        given().get("/survey/v1/forms/" + asked.tokens().get(1))
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", endsWith(":institution-suspended"));
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isEqualTo(1);

        world.institutionKnown(institution, "America/Chicago", "active");

        awaitStatus(page, 200);
        send(page, fields).then().statusCode(200);
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isEqualTo(2);

        world.institutionKnown(institution, "America/Chicago", "closed");

        awaitStatus(page, 403).then().body(containsString("This survey has ended"));
    }

    /** The page, as soon as it answers with this status: a suspension is noticed within about a second. */
    private static Response awaitStatus(String page, int status) {
        Instant patience = Instant.now().plusSeconds(10);
        Response shown = open(page);
        while (shown.statusCode() != status && Instant.now().isBefore(patience)) {
            shown = open(page);
        }
        shown.then().statusCode(status);
        return shown;
    }

    private static Response open(String page) {
        return given().accept("text/html,application/xhtml+xml,*/*;q=0.8").get(page);
    }

    private static Response send(String page, Map<String, Object> fields) {
        return given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(page);
    }

    private static Map<String, Object> goodFields(Response page) {
        Matcher receipt = Pattern.compile("name=\"receipt\" value=\"([^\"]*)\"").matcher(page.asString());
        assertThat(receipt.find()).isTrue();
        Map<String, Object> fields = new HashMap<>();
        fields.put("receipt", receipt.group(1));
        fields.put("consentVersion", "1");
        fields.put("research", "no");
        fields.put("communication_1.then", "2");
        fields.put("communication_1.now", "6");
        fields.put("communication_2.then", "");
        fields.put("communication_2.now", "");
        fields.put("valuable", "5");
        fields.put("career", "Assistant Professor");
        fields.put("race", List.of("Asian", "Other"));
        fields.put("planned_changes", "One\r\ntwo <b>& three</b>");
        return fields;
    }
}
