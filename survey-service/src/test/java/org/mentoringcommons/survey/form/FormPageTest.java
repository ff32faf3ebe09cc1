package org.mentoringcommons.survey.form;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;
import static org.mentoringcommons.survey.form.FormPages.goodFields;
import static org.mentoringcommons.survey.form.FormPages.open;
import static org.mentoringcommons.survey.form.FormPages.send;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Database;
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
                .contains("type=\"checkbox\" id=\"race\" name=\"race\" value=\"Asian\"")
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
    void of_two_tabs_sent_at_once_one_is_kept_and_the_other_is_shown_where_to_change_it() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String page = "/s/" + asked.token();
        List<Map<String, Object>> tabs = List.of(goodFields(open(page)), goodFields(open(page)));
        tabs.get(1).put("career", "Postdoc");

        List<Response> answers =
                tabs.stream().map(fields -> CompletableFuture.supplyAsync(() -> send(page, fields))).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers.stream().map(Response::statusCode).sorted()).containsExactly(200, 409);
        int kept = answers.get(0).statusCode() == 200 ? 0 : 1;
        answers.get(kept).then().body(containsString((String) tabs.get(kept).get("receipt")));
        answers.get(1 - kept).then().body(containsString("/s/" + asked.token() + "/answers?lang=en"));
        assertThat(Database.select("select answers ->> 'career' from response where wave = ?::uuid", asked.wave()))
                .containsExactly(List.of(tabs.get(kept).get("career")));
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
                .contains("This answer must be a whole number from 1 to 5.")
                .contains("This answer is not one of the options.");
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
}
