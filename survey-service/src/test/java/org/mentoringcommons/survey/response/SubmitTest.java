package org.mentoringcommons.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class SubmitTest {

    @Inject
    World world;

    @Inject
    TestClock clock;

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
    }

    @Test
    void the_form_is_served_with_consent_items_and_a_fresh_receipt() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);

        Response first = Api.anybody().get("/forms/" + asked.token());
        Response second = Api.anybody().get("/forms/" + asked.token());

        first.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("title", equalTo("How mentoring went for me"))
                .body("consent.version", equalTo("1"))
                .body("consent.researchQuestion", equalTo("For research?"))
                .body("items[0].kind", equalTo("then_now"))
                .body("items[0].midAnchor", nullValue())
                .body("items[3].options.code", contains("Postdoc", "Assistant Professor"))
                .body("receipt", matchesPattern("([0-9A-Z]{5}-){4}[0-9A-Z]{5}"));
        assertThat(second.<String>path("receipt")).isNotEqualTo(first.path("receipt"));
    }

    @Test
    void an_answer_is_kept_without_person_or_time_and_told_without_texts() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2);
        String receipt = Questions.receipt();

        Response kept = Api.answer(asked.token(), receipt, Questions.goodAnswers());

        kept.then().statusCode(201).body("receipt", equalTo(receipt));
        List<List<Object>> rows = Database.select(
                "select id, answers::text, texts::text, research, to_jsonb(response)::text from response where wave = ?::uuid",
                asked.wave());
        assertThat(rows).hasSize(1);
        assertThat(Database.json((String) rows.get(0).get(2)))
                .isEqualTo(Database.json("{\"planned_changes\":\"I will write an agenda before we meet.\"}"));
        assertThat(rows.get(0).get(3)).isEqualTo(true);
        assertThat((String) rows.get(0).get(4)).doesNotContain(receipt).doesNotContain("2026-");
        List<Database.Told> told = Database.told(rows.get(0).get(0).toString());
        assertThat(told).hasSize(1);
        assertThat(told.get(0).type()).isEqualTo("org.mentoringcommons.response.v1");
        assertThat(told.get(0).tenant()).isEqualTo(Token.LAKESIDE.id());
        assertThat(told.get(0).data())
                .isEqualTo(Database.json(
                        """
                {"id": "%s", "wave": "%s", "research": true, "answers": {"communication_1": {"then": 3, "now": 6},
                 "valuable": 4, "career": "Assistant Professor", "race": ["Asian", "Other"]}}"""
                                .formatted(rows.get(0).get(0), asked.wave())));
        Api.portal(Token.LAKESIDE)
                .get("/waves/" + asked.wave())
                .then()
                .body("invited", equalTo(2))
                .body("responded", equalTo(1));
    }

    @Test
    void a_retry_with_the_same_receipt_is_answered_the_same_and_another_sitting_is_refused() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String receipt = Questions.receipt();
        Api.answer(asked.token(), receipt, Questions.goodAnswers()).then().statusCode(201);

        Response retry = Api.answer(asked.token(), receipt, Questions.goodAnswers());
        Response other = Api.answer(asked.token(), Questions.receipt(), Questions.goodAnswers());
        Response form = Api.anybody().get("/forms/" + asked.token());

        retry.then().statusCode(200).body("receipt", equalTo(receipt));
        other.then().statusCode(409).body("type", equalTo("urn:mentoring-commons:problem:already-answered"));
        form.then().statusCode(409).body("type", endsWith("already-answered"));
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isEqualTo(1);
        assertThat(Database.count("outbox where topic = 'responses' and data like '%' || ? || '%'", asked.wave()))
                .isEqualTo(1);
    }

    @Test
    void of_many_tabs_at_once_exactly_one_wins() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);

        List<CompletableFuture<Integer>> tabs = IntStream.range(0, 8)
                .mapToObj(tab -> CompletableFuture.supplyAsync(
                        () -> Api.answer(asked.token(), Questions.receipt(), Questions.goodAnswers())
                                .statusCode()))
                .toList();

        List<Integer> statuses =
                tabs.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isEqualTo(1);
        assertThat(Database.count("outbox where topic = 'responses' and data like '%' || ? || '%'", asked.wave()))
                .isEqualTo(1);
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
    void two_institutions_with_the_same_participant_do_not_meet() {
        World.Asked lakeside = world.asked(Token.LAKESIDE, 1);
        World.Asked hilltop = world.asked(Token.HILLTOP, 1);

        Api.answer(lakeside.token(), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);
        Api.answer(hilltop.token(), Questions.receipt(), false, Questions.goodAnswers())
                .then()
                .statusCode(201);

        assertThat(Database.select(
                        "select distinct tenant from response where wave in (?::uuid, ?::uuid)",
                        lakeside.wave(),
                        hilltop.wave()))
                .hasSize(2);
        Api.portal(Token.HILLTOP).get("/waves/" + lakeside.wave()).then().statusCode(404);
        Api.portal(Token.HILLTOP)
                .get("/waves/" + lakeside.wave() + "/invitations")
                .then()
                .statusCode(404);
        Api.portal(Token.HILLTOP).get("/waves/" + hilltop.wave()).then().body("responded", equalTo(1));
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
}
