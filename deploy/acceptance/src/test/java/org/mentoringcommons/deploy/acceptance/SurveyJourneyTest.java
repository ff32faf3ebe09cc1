package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Page;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/**
 * From an instrument to a withdrawal, at two institutions and under each policy, with a real browser for the person who
 * answers, and with a follow-up that belongs to the same answers.
 */
@ExtendWith({Browser.class, TheStack.class})
class SurveyJourneyTest {

    private static final String CURRICULUM = "entering-mentoring";

    @Test
    void answers_are_given_corrected_followed_up_and_withdrawn_under_each_policy(Page page) {
        String first = TheStack.institutions().get(7);
        String second = TheStack.institutions().get(8);

        journey(page, first, "exclude", 2);
        journey(page, second, "retain", 2);
        journey(page, first, "destroy", 1);
    }

    /** @param daysAgo the protocol began: of several, the newest is asked under */
    private void journey(Page page, String institution, String policy, int daysAgo) {
        String instrument = instrument();
        String protocol = Protocols.approved(
                institution,
                "J-" + UUID.randomUUID(),
                policy,
                daysAgo,
                Map.of("key", instrument, "version", "1"),
                CURRICULUM);
        String workshop = Workshops.deliver(institution, CURRICULUM, "mentor", 2);
        String token = Workshops.tokens(institution, workshop, 2).get(0);

        String receipt = answer(page, token);
        String response = row("select id from response where receipt_hash = sha256('" + receipt + "'::bytea)");
        Eventually.assertThat(() -> assertThat(inAnalytics(response)).containsExactly("t"));
        correct(page, token, receipt);
        Eventually.assertThat(() -> assertThat(inAnalytics(response)).containsExactly("f"));

        String later = followUp(institution, protocol, workshop, token, instrument);
        Answer.to(later).pair("communication_1", 2, 6).send().then().statusCode(201);
        String pseudonym = row("select pseudonym::text from response where id = '" + response + "'");
        assertThat(answers(pseudonym)).isEqualTo(2);
        Log.awaitRead(Service.ANALYTICS);
        assertThat(Database.count(
                        Service.ANALYTICS,
                        "select count(*) from response r join wave w on w.id = r.wave where w.workshop = '" + workshop
                                + "'"))
                .as("follow-ups count nowhere")
                .isEqualTo(1);

        given().baseUri(survey())
                .contentType("application/json")
                .body(Map.of("institution", institution, "receipt", receipt.toLowerCase()))
                .post("/survey/v1/withdrawals")
                .then()
                .statusCode(201)
                .body("policy", equalTo(policy))
                .body("answers", equalTo(2));
        boolean kept = policy.equals("retain");
        assertThat(answers(pseudonym)).isEqualTo(kept ? 2 : 0);
        assertThat(Database.count(
                        Service.SURVEY, "select count(*) from excluded_response where pseudonym = '" + pseudonym + "'"))
                .isEqualTo(policy.equals("exclude") ? 2 : 0);
        Eventually.assertThat(() -> assertThat(inAnalytics(response)).hasSize(kept ? 1 : 0));
        assertThat(lastWord(response) == null).as("erased from the log").isEqualTo(!kept);
    }

    private static String instrument() {
        String key = "journey-" + UUID.randomUUID();
        TheStack.asOperator(Service.SURVEY)
                .contentType("application/json")
                .body(Map.of(
                        "key",
                        key,
                        "version",
                        "1",
                        "title",
                        "How it went",
                        "licence",
                        "CC BY 4.0",
                        "items",
                        List.of(
                                Map.of(
                                        "kind",
                                        "then_now",
                                        "key",
                                        "communication_1",
                                        "label",
                                        "Saying what I need",
                                        "points",
                                        7,
                                        "lowAnchor",
                                        "not at all",
                                        "highAnchor",
                                        "very well"),
                                Map.of("kind", "text", "key", "plans", "label", "What comes next?", "maxLength", 500)),
                        "scales",
                        List.of()))
                .post("/survey/v1/instruments")
                .then()
                .statusCode(201);
        return key;
    }

    /** Somebody fills in half, saves, opens the link again, finishes and sends; returns the receipt. */
    private static String answer(Page page, String token) {
        page.navigate(survey() + "/s/" + token);
        Browser.assertAccessible(page);
        choose(page, "research", "yes");
        choose(page, "communication_1.then", "3");
        page.fill("textarea[name=plans]", "An agenda");
        press(page, "Save and go on later");
        assertThat(page.content()).contains("Saved. You can close this page");
        Browser.assertAccessible(page);

        page.navigate("about:blank");
        page.navigate(survey() + "/s/" + token);
        assertThat(page.locator("input[name='communication_1.then'][value='3']").isChecked())
                .isTrue();
        assertThat(page.inputValue("textarea[name=plans]")).isEqualTo("An agenda");
        choose(page, "communication_1.now", "6");
        press(page, "Send my answers");
        Browser.assertAccessible(page);
        return page.textContent(".receipt").strip();
    }

    private static void correct(Page page, String token, String receipt) {
        page.navigate(survey() + "/s/" + token);
        page.click("a");
        Browser.assertAccessible(page);
        page.fill("#receipt", receipt);
        press(page, "Show my answers");
        assertThat(page.locator("input[name='communication_1.now'][value='6']").isChecked())
                .isTrue();
        Browser.assertAccessible(page);
        choose(page, "research", "no");
        press(page, "Send my changes");
        assertThat(page.content()).contains("Your changes have been received");
    }

    /** Half a year later, as far as the wave is concerned; the link of the same person. */
    private static String followUp(
            String institution, String protocol, String workshop, String token, String instrument) {
        administrator(institution)
                .body(Map.of("instrument", Map.of("key", instrument, "version", "1")))
                .put("/survey/v1/protocols/" + protocol + "/askings/follow-up-6")
                .then()
                .statusCode(200);
        String of = "where workshop = '" + workshop + "' and occasion = 'FOLLOW_UP_6'";
        Eventually.assertThat(() -> assertThat(Database.names(Service.SURVEY, "select invited from wave " + of))
                .containsExactly("2"));
        Database.execute(Service.SURVEY, "update wave set opens_at = now() - interval '1 hour' " + of);
        String person = invitation(institution, wave(institution, workshop, "workshop"), "token", token, "participant");
        return invitation(institution, wave(institution, workshop, "follow-up-6"), "participant", person, "token");
    }

    private static String wave(String institution, String workshop, String occasion) {
        return TheStack.asPortal(institution, Service.SURVEY)
                .get("/survey/v1/waves?workshop=" + workshop)
                .path("find { it.occasion == '" + occasion + "' }.id");
    }

    private static String invitation(String institution, String wave, String by, String value, String wanted) {
        return TheStack.asPortal(institution, Service.SURVEY)
                .get("/survey/v1/waves/" + wave + "/invitations")
                .path("find { it." + by + " == '" + value + "' }." + wanted);
    }

    private static byte[] lastWord(String response) {
        byte[] last = new byte[0];
        for (ConsumerRecord<String, byte[]> record : Log.readAll(Service.ANALYTICS, "responses")) {
            last = record.key().equals(response) ? record.value() : last;
        }
        return last;
    }

    private static long answers(String pseudonym) {
        return Database.count(Service.SURVEY, "select count(*) from response where pseudonym = '" + pseudonym + "'");
    }

    /** Whether it may be used for research there; empty if it is not there. */
    private static List<String> inAnalytics(String response) {
        return Database.names(Service.ANALYTICS, "select research from response where id = '" + response + "'");
    }

    private static String row(String query) {
        return Database.names(Service.SURVEY, query).get(0);
    }

    private static void choose(Page page, String name, String value) {
        page.check("input[name='" + name + "'][value='" + value + "']");
    }

    private static void press(Page page, String words) {
        page.click("button:not(.default):has-text('" + words + "')");
    }

    private static RequestSpecification administrator(String institution) {
        return TheStack.as("admin." + institution, institution, Service.SURVEY).contentType("application/json");
    }

    private static String survey() {
        return TheStack.stack().url(Service.SURVEY).toString();
    }
}
