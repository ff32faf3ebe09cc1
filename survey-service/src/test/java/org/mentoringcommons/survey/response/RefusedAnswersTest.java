package org.mentoringcommons.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/** Answers that are not taken: each by name, and nothing is kept of them. */
@QuarkusTest
class RefusedAnswersTest {

    @Inject
    World world;

    @Inject
    TestClock clock;

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
    }

    @Test
    void an_answer_that_does_not_fit_is_refused_with_all_its_fields_and_nothing_is_kept() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);

        Response refused = Api.answer(
                asked.token(),
                Questions.receipt(),
                Map.of(
                        "communication_1",
                        Map.of("then", 3, "now", 8),
                        "communication_2",
                        Map.of("then", 3),
                        "career",
                        "Astronaut",
                        "unknown",
                        1));

        refused.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("answers-invalid"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "answers.communication_1.now",
                                "answers.communication_2.now",
                                "answers.valuable",
                                "answers.career",
                                "answers.unknown"))
                .body("violations.find { it.field == 'answers.communication_1.now' }.message", equalTo("outside 1–7"));
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isZero();
        assertThat(Database.count("outbox where topic = 'responses' and data like '%' || ? || '%'", asked.wave()))
                .isZero();
    }

    @Test
    void a_late_answer_is_refused_but_a_late_retry_is_answered() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2);
        String receipt = Questions.receipt();
        Api.answer(asked.tokens().get(0), receipt, Questions.goodAnswers())
                .then()
                .statusCode(201);
        Instant closesAt = Instant.parse(
                Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).path("closesAt"));

        clock.set(closesAt.minusMillis(1));
        Api.anybody().get("/forms/" + asked.tokens().get(1)).then().statusCode(200);
        clock.set(closesAt);

        Api.answer(asked.tokens().get(1), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(409)
                .body("type", endsWith("wave-closed"));
        Api.anybody()
                .get("/forms/" + asked.tokens().get(1))
                .then()
                .statusCode(409)
                .body("type", endsWith("wave-closed"));
        Api.answer(asked.tokens().get(0), receipt, Questions.goodAnswers())
                .then()
                .statusCode(200);
        Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).then().body("state", equalTo("closed"));
    }

    @Test
    void an_early_answer_is_refused() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);

        clock.set(Instant.now().minus(Duration.ofDays(1)));

        Api.answer(asked.token(), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(409)
                .body("type", endsWith("wave-not-open"));
        Api.anybody().get("/forms/" + asked.token()).then().statusCode(409).body("type", endsWith("wave-not-open"));
    }

    @Test
    void every_wrong_link_is_answered_alike() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String genuine = asked.token();
        Response nonsense = Api.anybody().get("/forms/nonsense");

        List<String> guesses = List.of(
                genuine.substring(0, 63) + (genuine.endsWith("A") ? "B" : "A"),
                "A" + genuine.substring(1),
                genuine.substring(0, 30) + "AAAA" + genuine.substring(34),
                genuine + "A",
                genuine.substring(0, 60),
                "A".repeat(64),
                genuine.substring(0, 63) + "!");

        for (String guess : guesses) {
            Response answer = Api.anybody().get("/forms/" + guess);
            assertThat(answer.statusCode()).as(guess).isEqualTo(404);
            assertThat(answer.asString().replace(guess, "nonsense")).isEqualTo(nonsense.asString());
            assertThat(Api.answer(guess, Questions.receipt(), Questions.goodAnswers())
                            .statusCode())
                    .as(guess)
                    .isEqualTo(404);
        }
        nonsense.then().body("type", endsWith("invitation-not-found"));
    }

    @Test
    void somebody_signed_in_elsewhere_cannot_use_a_link_by_that_token() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);

        new Api(Token.member(Token.HILLTOP, Roles.PORTAL))
                .get("/forms/" + asked.token())
                .then()
                .statusCode(404);
        new Api(Token.member(Token.LAKESIDE, Roles.PORTAL))
                .get("/forms/" + asked.token())
                .then()
                .statusCode(200);
    }

    @Test
    void what_every_answer_needs_is_named_when_it_lacks() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);

        Api.anybody()
                .post("/forms/" + asked.token() + "/response", Map.of("receipt", "short", "consentVersion", "1"))
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("receipt", "research", "answers"));
    }

    @Test
    void an_answer_under_another_consent_is_refused() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);

        Api.anybody()
                .post(
                        "/forms/" + asked.token() + "/response",
                        Map.of(
                                "receipt",
                                UUID.randomUUID().toString(),
                                "consentVersion",
                                "0",
                                "research",
                                true,
                                "answers",
                                Questions.goodAnswers()))
                .then()
                .statusCode(409)
                .body("type", endsWith("consent-changed"))
                .body("violations.field", contains("consentVersion"));
    }

    @Test
    void an_option_of_another_version_of_the_instrument_is_named() {
        String instrument = Questions.published();
        List<Object> changed = new ArrayList<>(Questions.items());
        changed.set(3, Questions.choice("choice", "career", "Postdoc", "Dean"));
        Map<String, Object> second = new HashMap<>(Questions.instrument(instrument, changed, List.of()));
        second.put("version", "2");
        Api.operator().post("/instruments", second).then().statusCode(201);
        World.Asked asked = world.asked(
                Token.LAKESIDE, 1, () -> Questions.protocolOf(Token.LAKESIDE, "exclude", instrument, List.of()));
        Map<String, Object> answers = Questions.goodAnswers();
        answers.put("career", "Dean");

        Api.answer(asked.token(), Questions.receipt(), answers)
                .then()
                .statusCode(400)
                .body("violations.field", contains("answers.career"))
                .body("violations.message", contains("is not one of the option codes"));
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isZero();
    }
}
