package org.mentoringcommons.survey.withdrawal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** Somebody who leaves, and what is to be seen of it. */
abstract class Leaving {

    @Inject
    World world;

    @Inject
    TestClock clock;

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
    }

    static Response byReceipt(String receipt) {
        return Api.anybody()
                .post("/withdrawals", Map.of("institution", World.alias(Token.LAKESIDE), "receipt", receipt));
    }

    static Response byLink(String token) {
        return Api.anybody().post("/forms/" + token + "/withdrawal", Map.of());
    }

    /** Answers and tells the answer's id. */
    static String answer(World.Asked asked, int person, String receipt) {
        List<String> before = ids(asked);
        Api.answer(asked.tokens().get(person), receipt, Questions.goodAnswers())
                .then()
                .statusCode(201);
        return Stream.of(ids(asked))
                .flatMap(List::stream)
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
    }

    static List<String> ids(World.Asked asked) {
        return Database.select("select id from response where wave = ?::uuid", asked.wave()).stream()
                .map(row -> row.get(0).toString())
                .toList();
    }

    static List<List<Object>> rowOf(String table, String id) {
        return Database.select(
                "select tenant, id, wave, pseudonym::text, research, consent_version, consent_language, answers::text,"
                        + " texts::text from " + table + " where id = ?::uuid",
                id);
    }

    static void awaitRefusal(String token) {
        Instant patience = Instant.now().plusSeconds(10);
        while (Api.anybody().get("/forms/" + token).statusCode() != 403) {
            assertThat(Instant.now()).isBefore(patience);
        }
    }

    static io.restassured.specification.RequestSpecification html() {
        return given().accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    static String random(int length) {
        return UUID.randomUUID()
                .toString()
                .toUpperCase()
                .replaceAll("[^0-9A-F]", "")
                .substring(0, length);
    }
}
