package org.mentoringcommons.survey.withdrawal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Pdf;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** The proof names the frozen releases that still hold the answers, once analytics-service has told them. */
@QuarkusTest
class HoldingReleasesTest extends Leaving {

    @Test
    void the_producers_example_is_named_in_the_proof_as_json_page_and_pdf() throws Exception {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "destroy");
        String receipt = Questions.receipt();
        String response = answer(asked, 0, receipt);
        String proof = withdrawn(receipt);
        proof(proof)
                .body("releases", empty())
                .body("releasesKnown", equalTo("not-yet"))
                .body("effects.find { it.thing == 'counts' }.outcome", equalTo("told"));
        JsonNode example = example();

        clock.set(Instant.parse("2031-05-06T12:00:00Z"));
        told(Token.LAKESIDE, ((ObjectNode) example).put("id", response));

        proof(proof)
                .body("releases.number", contains(3, 5))
                .body("releases.title", contains("Mentoring up, 2015 to 2021", "Entering mentoring"))
                .body("releases.holding", contains("counted", "possible"))
                .body("releases[0].address", equalTo("https://mentoring.example/analytics/v1/releases/3"))
                .body("releasesKnown", equalTo("all"))
                .body("effects.find { it.thing == 'counts' }.outcome", equalTo("destroyed"))
                .body("effects.find { it.thing == 'counts' }.on", equalTo("2031-05-06"));
        given().accept("text/html")
                .get("/p/" + proof)
                .then()
                .statusCode(200)
                .body(containsString("Release 3: Mentoring up, 2015 to 2021 (an answer was counted in its totals)"))
                .body(containsString("Release 5: Entering mentoring (it cannot be ruled out"))
                .body(containsString("https://mentoring.example/analytics/v1/releases/5"));
        assertThat(Pdf.text(given().get("/p/" + proof + "/pdf").asByteArray()))
                .contains("Release 3: Mentoring up", "holds totals and figures made from them");
        assertThat(Database.count("awaited_answer where response = ?::uuid", response))
                .as("nothing leads to the answer any more")
                .isZero();
    }

    @Test
    void of_several_answers_the_proof_waits_for_all_and_is_as_certain_as_the_most_certain() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "exclude");
        String receipt = Questions.receipt();
        String response = answer(asked, 0, receipt);
        String proof = withdrawn(receipt);
        String other = "00000000-0000-4000-8000-0000000000aa";
        Database.update(
                "insert into awaited_answer select tenant, ?::uuid, withdrawal from awaited_answer where response = ?::uuid",
                other,
                response);

        told(Token.LAKESIDE, fact(response, 7, "possible", 8, "counted"));
        proof(proof)
                .body("releases.holding", contains("possible", "counted"))
                .body("releasesKnown", equalTo("not-yet"))
                .body("effects.find { it.thing == 'counts' }.on", nullValue());
        told(Token.LAKESIDE, fact(other, 7, "counted", 8, "possible"));

        proof(proof)
                .body("releases.number", contains(7, 8))
                .body("releases.holding", contains("counted", "counted"))
                .body("releasesKnown", equalTo("all"));
    }

    @Test
    void what_is_told_again_or_by_another_institution_or_of_nobody_changes_nothing() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "destroy");
        String receipt = Questions.receipt();
        String response = answer(asked, 0, receipt);
        String proof = withdrawn(receipt);

        told(Token.HILLTOP, fact(response, 7, "counted", 8, "counted"));
        told(Token.LAKESIDE, fact("00000000-0000-4000-8000-0000000000bb", 7, "counted", 8, "counted"));
        proof(proof).body("releasesKnown", equalTo("not-yet")).body("releases", empty());
        told(Token.LAKESIDE, fact(response));
        told(Token.LAKESIDE, fact(response, 7, "counted", 8, "counted"));

        proof(proof).body("releasesKnown", equalTo("all")).body("releases", empty());
        given().accept("text/html").get("/p/" + proof).then().body(containsString("<p>None.</p>"));
    }

    @Test
    void who_withdraws_before_answering_is_in_none_and_of_old_withdrawals_nobody_was_asked() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2, "destroy");
        String receipt = Questions.receipt();
        String response = answer(asked, 0, receipt);
        String old = withdrawn(receipt);
        Database.update("delete from awaited_answer where response = ?::uuid", response); // as none was kept

        byLink(asked.tokens().get(1))
                .then()
                .statusCode(201)
                .body("releases", empty())
                .body("releasesKnown", equalTo("all"));
        proof(old).body("releasesKnown", equalTo("not-asked"));
        given().accept("text/html").get("/p/" + old).then().body(containsString("before this was recorded"));
    }

    /** The last part of the proof's address. */
    private static String withdrawn(String receipt) {
        Response done = byReceipt(receipt);
        done.then().statusCode(201);
        return done.<String>path("address").replaceAll(".*/p/", "");
    }

    private static ValidatableResponse proof(String code) {
        return Api.anybody().get("/withdrawals/" + code).then().statusCode(200);
    }

    private void told(Tenant institution, JsonNode fact) {
        world.tell("withdrawn-answers", institution, fact);
    }

    private static JsonNode fact(String response, Object... numbersAndHolding) {
        ObjectNode fact = (ObjectNode) Database.json("{\"id\": \"" + response + "\", \"releases\": []}");
        ArrayNode releases = (ArrayNode) fact.get("releases");
        for (int at = 0; at < numbersAndHolding.length; at += 2) {
            releases.addObject()
                    .put("number", (int) numbersAndHolding[at])
                    .put("title", "A study")
                    .put("address", "/analytics/v1/releases/" + numbersAndHolding[at])
                    .put("holding", (String) numbersAndHolding[at + 1]);
        }
        return fact;
    }

    private static JsonNode example() throws IOException {
        return Database.json(
                Files.readString(Path.of("..", "analytics-service", "events", "withdrawn-answers.example.json")));
    }
}
