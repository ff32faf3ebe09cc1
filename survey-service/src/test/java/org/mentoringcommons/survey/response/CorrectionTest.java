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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Coders;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class CorrectionTest {

    @Inject
    World world;

    @Inject
    TestClock clock;

    private World.Asked asked;
    private String receipt;
    private String response;

    @BeforeEach
    void somebodyHasAnswered() {
        asked = world.asked(Token.LAKESIDE, 2);
        receipt = Questions.receipt();
        Api.answer(asked.token(), receipt, Questions.goodAnswers()).then().statusCode(201);
        response = Database.select("select id from response where wave = ?::uuid", asked.wave())
                .get(0)
                .get(0)
                .toString();
    }

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
    }

    @Test
    void link_and_receipt_together_show_what_was_sent_and_neither_alone_does() {
        given(asked.token(), receipt)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("revision", equalTo(1))
                .body("research", equalTo(true))
                .body("answers.communication_1.now", equalTo(6))
                .body("answers.planned_changes", equalTo("I will write an agenda before we meet."));
        given(asked.token(), " " + receipt + " ").then().statusCode(200);
        given(asked.tokens().get(1), receipt).then().statusCode(404).body("type", endsWith(":receipt-not-found"));
        given(asked.token(), Questions.receipt()).then().statusCode(404).body("type", endsWith(":receipt-not-found"));
        given("nonsense", receipt).then().statusCode(404).body("type", endsWith(":invitation-not-found"));
    }

    @Test
    void a_correction_takes_the_place_of_what_was_sent_and_is_told_as_its_next_revision() {
        correct(1, true, changed()).then().statusCode(200).body("receipt", equalTo(receipt));

        List<Database.Told> told = Database.told(response);
        assertThat(told).extracting(Database.Told::version).containsExactly(1L, 2L);
        assertThat(told.get(1).data().at("/answers/communication_1/now").asInt())
                .isEqualTo(7);
        assertThat(told.get(1).data().has("unfinished")).isFalse();
        given(asked.token(), receipt)
                .then()
                .body("revision", equalTo(2))
                .body("answers.communication_1.now", equalTo(7))
                .body("answers.size()", equalTo(3));
        Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).then().body("responded", equalTo(1));
    }

    @Test
    void every_fact_of_an_answer_bears_the_time_of_its_waves_opening() {
        correct(1, true, changed()).then().statusCode(200);
        Api.anybody()
                .post("/forms/" + asked.token() + "/withdrawal", Map.of())
                .then()
                .statusCode(201);

        assertThat(Database.select(
                        "select o.version, o.time = w.opens_at from outbox o join wave w on w.id = ?::uuid"
                                + " where o.key = ? order by o.version",
                        asked.wave(),
                        response))
                .containsExactly(List.of(1L, true), List.of(2L, true), List.of(3L, true), List.of(4L, true));
    }

    @Test
    void a_retry_of_a_correction_changes_nothing_and_another_tab_is_told() {
        correct(1, true, changed()).then().statusCode(200);

        Response retry = correct(1, true, changed());
        Response other = correct(1, true, Questions.goodAnswers());

        retry.then().statusCode(200);
        other.then()
                .statusCode(409)
                .body("type", endsWith(":answers-changed"))
                .body("violations.field", contains("revision"))
                .body("violations[0].message", equalTo("is now 2"));
        assertThat(Database.told(response)).hasSize(2);
    }

    @Test
    void of_many_corrections_at_once_one_is_kept() {
        List<CompletableFuture<Integer>> tabs = IntStream.rangeClosed(1, 6)
                .mapToObj(point -> CompletableFuture.supplyAsync(() -> {
                    Map<String, Object> answers = changed();
                    answers.put("communication_1", Map.of("then", point, "now", 1));
                    return correct(1, true, answers).statusCode();
                }))
                .toList();

        assertThat(tabs.stream().map(CompletableFuture::join).sorted().toList())
                .containsExactly(200, 409, 409, 409, 409, 409);
        assertThat(Database.told(response)).hasSize(2);
    }

    @Test
    void a_no_to_research_takes_the_answer_and_its_codes_out_of_research() {
        Coders.agree(asked, response);
        assertThat(Database.told(response + ":planned_changes")).hasSize(1);

        correct(1, false, Questions.goodAnswers()).then().statusCode(200);

        assertThat(Database.told(response).get(1).data().get("research").asBoolean())
                .isFalse();
        List<Database.Told> codes = Database.told(response + ":planned_changes");
        assertThat(codes).extracting(Database.Told::version).containsExactly(1L, 2L);
        assertThat(codes.get(1).data()).isNull();
        Api.evaluator(Token.LAKESIDE, Questions.FIRST_CODER)
                .get("/texts?wave=" + asked.wave())
                .then()
                .body("size()", equalTo(0));
    }

    @Test
    void words_that_changed_are_coded_anew_and_told_after_what_was_told_before() {
        String codebook = Coders.codebook("Agenda");
        Coders.assign(asked, codebook);
        Coders.agreeAgain(response, codebook);

        correct(1, true, Questions.goodAnswers()).then().statusCode(200); // nothing differs
        assertThat(Database.told(response + ":planned_changes")).hasSize(1);
        Map<String, Object> answers = Questions.goodAnswers();
        answers.put("planned_changes", "Something else altogether.");
        correct(1, true, answers).then().statusCode(200);
        Coders.agreeAgain(response, codebook);

        assertThat(Database.told(response + ":planned_changes"))
                .extracting(Database.Told::version)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void codes_stay_when_only_other_answers_change() {
        Coders.agree(asked, response);
        Map<String, Object> answers = Questions.goodAnswers();
        answers.put("valuable", 1);

        correct(1, true, answers).then().statusCode(200);

        assertThat(Database.told(response + ":planned_changes")).hasSize(1);
        assertThat(Database.count("text_consensus where response = ?::uuid", response))
                .isEqualTo(1);
    }

    @Test
    void after_closing_it_is_refused_by_name_but_still_shown() {
        clock.set(Instant.now().plus(Duration.ofDays(60)));

        correct(1, true, changed()).then().statusCode(409).body("type", endsWith(":wave-closed"));

        given(asked.token(), receipt).then().statusCode(200).body("revision", equalTo(1));
        assertThat(Database.told(response)).hasSize(1);
    }

    @Test
    void what_does_not_fit_is_named_and_nothing_changes() {
        correct(1, true, Map.of("communication_1", Map.of("then", 9), "career", "Astronaut"))
                .then()
                .statusCode(400)
                .body("type", endsWith(":answers-invalid"));
        Api.anybody()
                .put("/forms/" + asked.token() + "/response", Map.of("receipt", receipt, "revision", 0))
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("revision", "consentVersion", "research", "answers"));
        correct(9, true, changed()).then().statusCode(409).body("type", endsWith(":answers-changed"));

        assertThat(Database.told(response)).hasSize(1);
    }

    @Test
    void after_a_material_change_of_the_consent_it_is_given_under_the_new_text() {
        String protocol =
                Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).path("protocol");
        Api.administrator(Token.LAKESIDE)
                .post("/protocols/" + protocol + "/consents", Questions.consent("material", "2"))
                .then()
                .statusCode(201);

        correct(1, true, changed()).then().statusCode(409).body("type", endsWith(":consent-changed"));

        assertThat(Database.told(response)).hasSize(1);
    }

    @Test
    void who_has_withdrawn_has_nothing_to_correct() {
        Api.anybody()
                .post("/forms/" + asked.token() + "/withdrawal", Map.of())
                .then()
                .statusCode(201);

        correct(1, true, changed()).then().statusCode(404).body("type", endsWith(":receipt-not-found"));
    }

    private Response given(String token, String code) {
        return Api.anybody().post("/forms/" + token + "/given", Map.of("receipt", code));
    }

    private Response correct(int revision, boolean research, Map<String, Object> answers) {
        return Api.anybody()
                .put(
                        "/forms/" + asked.token() + "/response",
                        Map.of(
                                "receipt",
                                receipt,
                                "revision",
                                revision,
                                "consentVersion",
                                "1",
                                "research",
                                research,
                                "answers",
                                answers));
    }

    private static Map<String, Object> changed() {
        return new HashMap<>(
                Map.of("communication_1", Map.of("then", 2, "now", 7), "valuable", 5, "career", "Assistant Professor"));
    }
}
