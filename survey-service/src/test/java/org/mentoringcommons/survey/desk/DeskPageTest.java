package org.mentoringcommons.survey.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoringcommons.survey.Questions.FIRST_CODER;
import static org.mentoringcommons.survey.Questions.SECOND_CODER;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Coders;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.survey.page.PublicAddress;
import org.mentoringcommons.tenancy.contract.Token;

/** Evaluators look through texts, code them and settle what they dispute on a page, by what they type. */
@QuarkusTest
class DeskPageTest {

    private static final String WORDS = "Ann Example helps; I write an agenda.";

    @Inject
    World world;

    @Inject
    TestClock clock;

    @Inject
    PublicAddress addresses;

    private String protocol;
    private String response;

    @BeforeEach
    void aTextWaits() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        Map<String, Object> answers = Questions.goodAnswers();
        answers.put(Coders.ITEM, WORDS);
        Api.answer(asked.token(), Questions.receipt(), answers).then().statusCode(201);
        protocol = Coders.protocol(asked);
        response = Coders.responses(asked).get(0);
        Coders.assign(asked, Coders.codebook("Agenda", "Ask <More>"));
    }

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
    }

    @Test
    void two_people_get_from_a_text_as_it_was_written_to_their_consensus() {
        String first = session(FIRST_CODER);
        String second = session(SECOND_CODER);

        String written = show(first);
        assertThat(written).contains("<mark>Ann Example</mark>", "value=\"0-11-NAME\" checked");
        send(first, "redact", "agenda", Map.of("chosen", "0-11-NAME", "revision", "1"))
                .then()
                .statusCode(303);
        assertThat(show(first))
                .contains("[name] helps; I write an […].", "Ask &lt;More&gt;")
                .doesNotContain("Ann Example");
        Response kept = send(first, "code", "1", Map.of());
        kept.then().statusCode(303);
        assertThat(kept.header("Location")).endsWith("&last=" + response);
        assertThat(show(first)).contains("Nothing is left for you");
        send(first, "code", "U", Map.of("last", response)).then().statusCode(303);
        assertThat(show(first)).contains("What does it say?");
        send(first, "code", "1", Map.of()).then().statusCode(303);
        assertThat(show(second)).contains("What does it say?").doesNotContain("The other coder");
        send(second, "code", "2, 1", Map.of()).then().statusCode(303);
        assertThat(show(first)).contains("You two differ", "The other coder:", "value=\"Agenda\" checked");
        send(first, "settle", "", Map.of("chosen", "Agenda", "note", "One is enough"))
                .then()
                .statusCode(303);

        assertThat(Coders.told(response).get(0).data().get("codes").toString()).isEqualTo("[\"Agenda\"]");
        assertThat(Coders.told(response).get(0).data().get("judgements").toString())
                .isEqualTo("[[\"Agenda\"],[\"Agenda\",\"Ask <More>\"]]");
        assertThat(Database.select("select note, settled_by from text_consensus where response = ?::uuid", response))
                .containsExactly(List.of("One is enough", FIRST_CODER));
        assertThat(page(second).get("/coding").asString()).contains(protocol);
    }

    @Test
    void what_is_wrong_is_said_on_the_same_screen() {
        String session = session(FIRST_CODER);
        assertThat(send(session, "redact", "not there", Map.of("revision", "1"))
                        .then()
                        .statusCode(400)
                        .extract()
                        .asString())
                .contains("These words are not in the text.", "<mark>Ann Example</mark>");
        assertThat(send(session, "redact", "", Map.of("revision", "7"))
                        .then()
                        .statusCode(409)
                        .extract()
                        .asString())
                .contains("has changed it meanwhile");
        send(session, "redact", "", Map.of("revision", "1")).then().statusCode(303);

        for (String typed : List.of("3", "0", "one", "99999999999", "1 3")) {
            assertThat(send(session, "code", typed, Map.of())
                            .then()
                            .statusCode(400)
                            .extract()
                            .asString())
                    .contains("No code has that number.");
        }
        assertThat(send(session, "code", " ", Map.of())
                        .then()
                        .statusCode(400)
                        .extract()
                        .asString())
                .contains("Choose at least one code.");
        send(session, "code", "u", Map.of()).then().statusCode(409);
        send(session, "dance", "1", Map.of()).then().statusCode(400);
        assertThat(Database.count("text_coding where response = ?::uuid", response))
                .isZero();
    }

    @Test
    void words_to_take_out_are_whole_words_and_a_lone_u_takes_back_on_every_screen() {
        String session = session(FIRST_CODER);

        assertThat(send(session, "redact", "u", Map.of("revision", "1"))
                        .then()
                        .statusCode(409)
                        .extract()
                        .asString())
                .contains("There is nothing to take back.");
        send(session, "redact", "gend", Map.of("revision", "1")).then().statusCode(400);
        assertThat(Database.count("redacted_text where response = ?::uuid", response))
                .isZero();
        send(session, "redact", "an; agenda.", Map.of("revision", "1")).then().statusCode(303);

        assertThat(show(session)).contains("Ann Example helps; I write […] […]");
    }

    @Test
    void a_note_that_cannot_be_stored_is_refused() {
        String first = session(FIRST_CODER);
        send(first, "redact", "", Map.of("revision", "1")).then().statusCode(303);
        send(first, "code", "1", Map.of()).then().statusCode(303);
        send(session(SECOND_CODER), "code", "2", Map.of()).then().statusCode(303);

        send(first, "settle", "1", Map.of("note", "\0")).then().statusCode(400);
        Api.evaluator(Token.LAKESIDE, FIRST_CODER)
                .put(
                        "/texts/" + response + "/" + Coders.ITEM + "/consensus",
                        Map.of("codes", List.of("Agenda"), "note", "\0"))
                .then()
                .statusCode(400);

        assertThat(Database.count("text_consensus where response = ?::uuid", response))
                .isZero();
    }

    @Test
    void a_page_of_another_site_can_neither_begin_nor_decide() {
        String ticket = ticket(FIRST_CODER);
        for (Map<String, String> foreign : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site", "Origin", own()),
                Map.of("Origin", "null"),
                Map.of("Origin", "https://elsewhere.example"))) {
            assertThat(enter(ticket, foreign).then().statusCode(403).extract().asString())
                    .contains("another site");
        }
        String session = enter(ticket, Map.of("Sec-Fetch-Site", "same-origin", "Origin", "https://proxied.example"))
                .then()
                .statusCode(303)
                .header("Referrer-Policy", "same-origin")
                .extract()
                .cookie("coding");
        enter(ticket(FIRST_CODER), Map.of("Origin", own())).then().statusCode(303);

        page(session)
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("do", "undo")
                .post("/coding")
                .then()
                .statusCode(403);
        page(session)
                .header("Sec-Fetch-Site", "cross-site")
                .get("/coding")
                .then()
                .statusCode(200)
                .header("Referrer-Policy", "same-origin");
    }

    @Test
    void a_ticket_is_good_once_and_not_for_long() {
        String ticket = ticket(FIRST_CODER);
        given().accept("text/html").get("/coding/enter?ticket=" + ticket).then().statusCode(200);
        enter(ticket).then().statusCode(303);

        enter(ticket).then().statusCode(404);

        String late = ticket(FIRST_CODER);
        clock.set(Instant.now().plus(Duration.ofMinutes(3)));
        enter(late).then().statusCode(404);
        enter("nonsense").then().statusCode(404);
    }

    @Test
    void a_session_ends_and_admits_to_the_page_alone() {
        String session = session(FIRST_CODER);
        page(session).get("/coding").then().statusCode(200);
        given().cookie("coding", session).get("/survey/v1/texts").then().statusCode(401);
        page(ticket(FIRST_CODER)).get("/coding").then().statusCode(401);
        page(session.substring(1)).get("/coding").then().statusCode(401);

        clock.set(Instant.now().plus(Duration.ofMinutes(121)));

        page(session).get("/coding").then().statusCode(401);
    }

    @Test
    void nobody_else_gets_to_see_the_text() {
        assertThat(page(session("third-coder"))
                        .get("/coding?protocol=" + protocol + "&item=" + Coders.ITEM)
                        .then()
                        .statusCode(404)
                        .extract()
                        .asString())
                .contains("not yours to code");
    }

    private static String ticket(String coder) {
        return Api.evaluator(Token.LAKESIDE, coder)
                .post("/coding-sessions", Map.of())
                .then()
                .statusCode(201)
                .extract()
                .<String>path("address")
                .replaceAll(".*ticket=", "");
    }

    private String own() {
        return addresses.of("").toString();
    }

    private static Response enter(String ticket) {
        return enter(ticket, Map.of());
    }

    private static Response enter(String ticket, Map<String, String> headers) {
        return given().redirects()
                .follow(false)
                .headers(headers)
                .accept("text/html")
                .formParam("ticket", ticket)
                .post("/coding/enter");
    }

    private static String session(String coder) {
        Response entered = enter(ticket(coder));
        assertThat(entered.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Secure", "Path=/coding");
        return entered.cookie("coding");
    }

    private static RequestSpecification page(String session) {
        return given().redirects().follow(false).accept("text/html").cookie("coding", session);
    }

    private String show(String session) {
        return page(session)
                .get("/coding?protocol=" + protocol + "&item=" + Coders.ITEM)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private Response send(String session, String deed, String typed, Map<String, String> more) {
        return page(session)
                .formParams(more)
                .formParam("protocol", protocol)
                .formParam("item", Coders.ITEM)
                .formParam("text", response)
                .formParam("typed", typed)
                .formParam("do", deed)
                .post("/coding");
    }
}
