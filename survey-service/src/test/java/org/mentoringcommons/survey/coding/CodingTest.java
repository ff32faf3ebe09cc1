package org.mentoringcommons.survey.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.mentoringcommons.survey.Questions.FIRST_CODER;
import static org.mentoringcommons.survey.Questions.SECOND_CODER;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Coders;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class CodingTest {

    @Inject
    World world;

    private final Map<String, Object> codebook = Map.of("key", "codebook-" + UUID.randomUUID(), "version", "1");

    private World.Asked asked;
    private String response;

    @BeforeEach
    void aTextWaitsForTwoCoders() {
        asked = world.asked(Token.LAKESIDE, 3);
        Api.answer(asked.token(), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);
        response = Database.select("select id from response where wave = ?::uuid", asked.wave())
                .get(0)
                .get(0)
                .toString();
        Map<String, Object> created = new HashMap<>(codebook);
        created.put("item", "planned_changes");
        created.put(
                "codes",
                Stream.of("Agenda", "Vague Response", "Ask More")
                        .map(code -> Map.of("code", code, "label", code))
                        .toList());
        Api.operator().post("/codebooks", created).then().statusCode(201);
        Coders.assign(asked, codebook.get("key").toString());
        Coders.redact(response).then().statusCode(200);
    }

    @Test
    void only_texts_given_for_research_are_listed_and_only_for_evaluators_named_on_the_protocol() {
        Api.answer(asked.tokens().get(1), Questions.receipt(), false, Questions.goodAnswers())
                .then()
                .statusCode(201);
        Api.answer(asked.tokens().get(2), Questions.receipt(), Map.of("valuable", 5))
                .then()
                .statusCode(201);
        Coders.responses(asked).stream()
                .filter(other -> !other.equals(response))
                .forEach(other -> Coders.redact(other).then().statusCode(404));

        texts(FIRST_CODER)
                .then()
                .statusCode(200)
                .body("response", contains(response))
                .body("[0].item", equalTo("planned_changes"))
                .body("[0].text", equalTo("I will write an agenda before we meet."))
                .body("[0].state", equalTo("uncoded"));
        texts("another-evaluator").then().statusCode(200).body("$", hasSize(0));
        Api.evaluator(Token.HILLTOP, FIRST_CODER)
                .get("/texts?wave=" + asked.wave())
                .then()
                .body("$", hasSize(0));
        code("another-evaluator", "Agenda").then().statusCode(404).body("type", endsWith("text-not-found"));
    }

    @Test
    void two_coders_who_agree_reach_consensus_which_is_told_once() {
        code(FIRST_CODER, "Ask More", "Agenda").then().statusCode(200).body("state", equalTo("coded"));
        assertThat(told()).isEmpty();
        texts(FIRST_CODER).then().body("[0].state", equalTo("coded"));
        texts(SECOND_CODER).then().body("[0].state", equalTo("uncoded"));

        Response second = code(SECOND_CODER, "Agenda", "Ask More", "Agenda");

        second.then().statusCode(200).body("state", equalTo("agreed"));
        assertThat(told()).hasSize(1);
        assertThat(told().get(0).topic()).isEqualTo("codings");
        assertThat(told().get(0).data())
                .isEqualTo(Database.json(
                        """
                {"response": "%s", "item": "planned_changes", "codebook": {"key": "%s", "version": "1"},
                 "codes": ["Agenda", "Ask More"], "judgements": [["Agenda", "Ask More"], ["Agenda", "Ask More"]]}"""
                                .formatted(response, codebook.get("key"))));
        code(SECOND_CODER, "Ask More", "Agenda").then().statusCode(200).body("state", equalTo("agreed"));
        code(SECOND_CODER, "Agenda").then().statusCode(409).body("type", endsWith("consensus-reached"));
        texts(FIRST_CODER, "agreed").then().body("$", hasSize(1));
        texts(FIRST_CODER, "uncoded").then().body("$", hasSize(0));
        assertThat(told()).hasSize(1);
    }

    @Test
    void two_coders_who_differ_dispute_until_consensus_is_put() {
        code(FIRST_CODER, "Agenda").then().statusCode(200);

        code(SECOND_CODER, "Vague Response").then().statusCode(200).body("state", equalTo("disputed"));

        texts(FIRST_CODER, "disputed").then().body("response", contains(response));
        assertThat(told()).isEmpty();
        consensus(FIRST_CODER, "Nonsense").then().statusCode(400).body("violations.field", contains("codes[0]"));
        consensus(FIRST_CODER, "Agenda", "Vague Response")
                .then()
                .statusCode(200)
                .body("state", equalTo("agreed"));
        consensus(FIRST_CODER, "Agenda", "Vague Response").then().statusCode(200);
        consensus(FIRST_CODER, "Agenda").then().statusCode(409).body("type", endsWith("consensus-reached"));
        assertThat(told()).hasSize(1);
        assertThat(told().get(0).data().get("codes")).hasSize(2);
    }

    @Test
    void a_coder_may_think_again_until_the_other_is_done() {
        code(FIRST_CODER, "Agenda").then().statusCode(200);
        code(FIRST_CODER, "Vague Response").then().statusCode(200).body("state", equalTo("coded"));
        code(SECOND_CODER, "Agenda").then().statusCode(200).body("state", equalTo("disputed"));

        code(FIRST_CODER, "Agenda").then().statusCode(409).body("type", endsWith("both-coded"));

        undo(SECOND_CODER).then().statusCode(409).body("type", endsWith("both-coded"));
        assertThat(told()).isEmpty();
    }

    @Test
    void codes_can_be_taken_back_until_the_other_is_done() {
        code(FIRST_CODER, "Agenda").then().statusCode(200);

        undo(FIRST_CODER).then().statusCode(204);

        texts(FIRST_CODER).then().body("[0].state", equalTo("uncoded"));
        undo(FIRST_CODER).then().statusCode(409).body("type", endsWith("not-coded"));
        code(SECOND_CODER, "Agenda").then().statusCode(200).body("state", equalTo("coded"));
    }

    @Test
    void a_text_has_two_coders() {
        code(FIRST_CODER, "Agenda").then().statusCode(200);
        code(SECOND_CODER, "Vague Response").then().statusCode(200);

        code("third-coder", "Agenda").then().statusCode(409).body("type", endsWith("coded-by-two"));
    }

    @Test
    void consensus_needs_two_codings() {
        code(FIRST_CODER, "Agenda").then().statusCode(200);

        consensus(FIRST_CODER, "Agenda").then().statusCode(409).body("type", endsWith("not-disputed"));
    }

    @Test
    void codes_are_of_the_items_codebook() {
        code(FIRST_CODER, "Agenda", "Nonsense", "Rubbish")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("codes[1]", "codes[2]"));
        Api.evaluator(Token.LAKESIDE, FIRST_CODER)
                .put(
                        "/texts/" + response + "/planned_changes/codes",
                        Map.of("codebook", Map.of("key", "nowhere", "version", "1"), "codes", List.of("Agenda")))
                .then()
                .statusCode(400)
                .body("violations.field", contains("codebook"));
        Api.evaluator(Token.LAKESIDE, FIRST_CODER)
                .put("/texts/" + response + "/career/codes", Map.of("codebook", codebook, "codes", List.of("Agenda")))
                .then()
                .statusCode(404);
    }

    @Test
    void an_item_that_is_no_key_is_refused_by_name() {
        Api evaluator = Api.evaluator(Token.LAKESIDE, FIRST_CODER);
        String text = "/texts/" + response + "/\0";
        Map<String, Object> codes = Map.of("codebook", codebook, "codes", List.of("Agenda"));

        Stream.of(
                        evaluator.get("/texts?item=\0"),
                        evaluator.put(text + "/codes", codes),
                        evaluator.put(text + "/consensus", Map.of("codes", List.of("Agenda"))))
                .forEach(answer -> answer.then().statusCode(400).body("violations.field", contains("item")));
    }

    @Test
    void two_coders_at_the_same_moment_reach_consensus_on_every_text() {
        World.Asked many = world.asked(Token.LAKESIDE, 20);
        many.tokens().forEach(token -> Api.answer(token, Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201));
        Coders.assign(many, codebook.get("key").toString());
        List<String> responses = Coders.responses(many);
        responses.forEach(text -> Coders.redact(text).then().statusCode(200));

        responses.forEach(text -> Stream.of(FIRST_CODER, SECOND_CODER)
                .map(coder -> CompletableFuture.runAsync(
                        () -> codeText(coder, text, "Agenda").then().statusCode(200)))
                .toList()
                .forEach(CompletableFuture::join));

        assertThat(responses).hasSize(20).allSatisfy(text -> assertThat(Database.told(text + ":planned_changes"))
                .hasSize(1));
    }

    @Test
    void the_list_leads_from_page_to_page() {
        Api.answer(asked.tokens().get(1), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);
        Api.answer(asked.tokens().get(2), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);
        Coders.responses(asked).forEach(text -> Coders.redact(text).then().statusCode(200));

        List<String> listed = new ArrayList<>();
        Api evaluator = Api.evaluator(Token.LAKESIDE, FIRST_CODER);
        Response page = evaluator.get("/texts?limit=1&wave=" + asked.wave());
        while (page != null) {
            listed.addAll(page.path("response"));
            page = evaluator.next(page);
        }

        assertThat(listed).hasSize(3).doesNotHaveDuplicates().isSorted();
    }

    private Response texts(String coder) {
        return Api.evaluator(Token.LAKESIDE, coder).get("/texts?item=planned_changes&wave=" + asked.wave());
    }

    private Response texts(String coder, String state) {
        return Api.evaluator(Token.LAKESIDE, coder).get("/texts?state=" + state + "&wave=" + asked.wave());
    }

    private Response code(String coder, String... codes) {
        return codeText(coder, response, codes);
    }

    private Response codeText(String coder, String text, String... codes) {
        return Api.evaluator(Token.LAKESIDE, coder)
                .put(
                        "/texts/" + text + "/planned_changes/codes",
                        Map.of("codebook", codebook, "codes", List.of(codes)));
    }

    private Response undo(String coder) {
        return Api.evaluator(Token.LAKESIDE, coder).delete("/texts/" + response + "/planned_changes/codes");
    }

    private Response consensus(String coder, String... codes) {
        return Api.evaluator(Token.LAKESIDE, coder)
                .put("/texts/" + response + "/planned_changes/consensus", Map.of("codes", List.of(codes)));
    }

    private List<Database.Told> told() {
        return Database.told(response + ":planned_changes");
    }
}
