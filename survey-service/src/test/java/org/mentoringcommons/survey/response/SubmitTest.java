package org.mentoringcommons.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
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
                "select id, answers::text, texts::text, research, to_jsonb(response)::text, (to_jsonb(response) - 'id' - 'wave'"
                        + " - 'tenant')::text from response where wave = ?::uuid", // a UUID can look like a day
                asked.wave());
        assertThat(rows).hasSize(1);
        assertThat(Database.json((String) rows.get(0).get(2)))
                .isEqualTo(Database.json("{\"planned_changes\":\"I will write an agenda before we meet.\"}"));
        assertThat(rows.get(0).get(3)).isEqualTo(true);
        assertThat((String) rows.get(0).get(4)).doesNotContain(receipt);
        assertThat((String) rows.get(0).get(5)).doesNotContainPattern("\\d{4}-\\d\\d-\\d\\d|\\d\\d:\\d\\d");
        assertThat(Database.select("select column_name from information_schema.columns"
                        + " where table_name = 'response' and data_type ~ 'time|date'"))
                .isEmpty();
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
    void pressed_many_times_at_once_it_is_kept_once_and_answered_alike() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String receipt = Questions.receipt();

        List<CompletableFuture<Response>> sent = IntStream.range(0, 8)
                .mapToObj(press -> CompletableFuture.supplyAsync(
                        () -> Api.answer(asked.token(), receipt, Questions.goodAnswers())))
                .toList();

        List<Response> answers = sent.stream().map(CompletableFuture::join).toList();
        assertThat(answers.stream().map(Response::statusCode).sorted())
                .containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isEqualTo(1);
    }
}
