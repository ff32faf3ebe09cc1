package org.mentoringcommons.survey.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.survey.Questions.FIRST_CODER;
import static org.mentoringcommons.survey.Questions.SECOND_CODER;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Coders;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** Who codes what, with which version of the codes, and what came of it. */
@QuarkusTest
class AssignmentTest {

    private static final int TEXTS = 4;

    @Inject
    World world;

    private String protocol;
    private String codebook;
    private List<String> responses;

    @BeforeEach
    void fourTextsWait() {
        World.Asked asked = world.asked(Token.LAKESIDE, TEXTS);
        asked.tokens().forEach(token -> Api.answer(token, Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201));
        protocol = Coders.protocol(asked);
        responses = Coders.responses(asked);
        codebook = Coders.codebook("Agenda", "Notes", "Ask More", "Vague");
        Coders.assign(asked, codebook);
        responses.forEach(response -> Coders.redact(response).then().statusCode(200));
    }

    @Test
    void two_people_whom_the_protocol_names_are_assigned() {
        assign("1", FIRST_CODER, "stranger")
                .then()
                .statusCode(400)
                .body("type", endsWith("coders-unfit"))
                .body("violations.field", contains("coders[1]"));
        assign("1", FIRST_CODER, FIRST_CODER).then().statusCode(400).body("violations.field", contains("coders[1]"));
        assign("1", FIRST_CODER).then().statusCode(400);
        assign("7", FIRST_CODER, SECOND_CODER).then().statusCode(400).body("violations.field", contains("codebook"));
        Api.evaluator(Token.LAKESIDE, "stranger")
                .get("/protocols/" + protocol + "/coding")
                .then()
                .statusCode(404);

        evaluator()
                .get("/protocols/" + protocol + "/coding")
                .then()
                .body("item", contains(Coders.ITEM))
                .body("[0].coders", contains(FIRST_CODER, SECOND_CODER));
    }

    @Test
    void a_text_that_is_half_coded_keeps_its_coders_and_its_codes() {
        code(FIRST_CODER, 0, "Agenda");

        assign("1", SECOND_CODER, "third-coder")
                .then()
                .statusCode(409)
                .body("type", endsWith("coding-under-way"))
                .body("texts", equalTo(1));

        Coders.code(SECOND_CODER, responses.get(0), codebook, "Agenda").then().statusCode(200);
        assign("1", SECOND_CODER, "third-coder").then().statusCode(200);
        Coders.code(FIRST_CODER, responses.get(1), codebook, "Agenda")
                .then()
                .statusCode(409)
                .body("type", endsWith("coded-by-two"));
    }

    @Test
    void what_came_of_it_is_counted_and_so_is_how_well_they_agreed() {
        both(0, List.of("Agenda"), List.of("Agenda"));
        both(1, List.of("Agenda", "Notes"), List.of("Agenda"));
        both(2, List.of("Vague"), List.of("Vague"));
        code(FIRST_CODER, 3, "Agenda");
        settle(1, "Agenda", "Notes");

        Response summary = summary("");

        summary.then()
                .body("texts", equalTo(TEXTS))
                .body("redacted", equalTo(TEXTS))
                .body("coded", contains(4, 3))
                .body("disputed", equalTo(0))
                .body("agreed", equalTo(3))
                .body("codes.code", contains("Agenda", "Notes", "Vague"))
                .body("codes.texts", contains(2, 1, 1))
                .body("assignments", equalTo(4))
                .body("agreement[0].texts", equalTo(3))
                .body("agreement[0].same", equalTo(2));
        Map<String, Object> notes = summary.path("agreement[0].codes.find { it.code == 'Notes' }");
        assertThat(notes)
                .containsEntry("firstOnly", 1)
                .containsEntry("neither", 2)
                .containsEntry("kappa", 0.0f);
        Map<String, Object> vague = summary.path("agreement[0].codes.find { it.code == 'Vague' }");
        assertThat(vague).containsEntry("both", 1).containsEntry("kappa", 1.0f);
        assertThat((Object) summary.path("agreement[0].codes.find { it.code == 'Ask More' }.kappa"))
                .isNull();
        // 12 decisions: 3 twice yes, 1 first only, 8 twice no: (11/12 - 76/144) / (1 - 76/144)
        assertThat(summary.<Float>path("agreement[0].kappa"))
                .isCloseTo(0.8f, org.assertj.core.data.Offset.offset(0.03f));
        summary("?foldSingletons=true")
                .then()
                .body("codes.code", contains("Agenda", "Other"))
                .body("codes.texts", contains(2, 2));
    }

    @Test
    void merged_codes_are_carried_over_and_texts_of_a_split_one_go_back_to_their_coders() {
        both(0, List.of("Agenda"), List.of("Notes"));
        settle(0, "Agenda", "Notes");
        both(1, List.of("Vague"), List.of("Vague"));
        both(2, List.of("Ask More"), List.of("Ask More"));
        continued("Prepare", "Too Short", "Unclear", "Ask More")
                .then()
                .statusCode(201)
                .body("basis", equalTo("1"));

        assign("2", FIRST_CODER, SECOND_CODER).then().statusCode(200).body("texts", equalTo(1));

        List<Database.Told> merged = Coders.told(responses.get(0));
        assertThat(merged.get(1).version()).isGreaterThan(merged.get(0).version());
        assertThat(merged.get(1).data().get("codes").toString()).isEqualTo("[\"Prepare\"]");
        assertThat(merged.get(1).data().at("/codebook/version").asText()).isEqualTo("2");
        assertThat(merged.get(1).data().get("judgements").toString()).isEqualTo("[[\"Agenda\"],[\"Notes\"]]");
        assertThat(Coders.told(responses.get(1)).get(1).data()).isNull();
        assertThat(Coders.told(responses.get(2)).get(1).data().get("codes").toString())
                .isEqualTo("[\"Ask More\"]");
        assertThat(Database.select(
                        "select codebook_version, codes::text, judgements->>? from earlier_coding where response = ?::uuid",
                        FIRST_CODER,
                        responses.get(1)))
                .containsExactly(List.of("1", "{Vague}", "[\"Vague\"]"));
        evaluator()
                .get("/texts?state=uncoded&protocol=" + protocol)
                .then()
                .body("response", containsInAnyOrder(responses.get(1), responses.get(3)));
        Coders.code(FIRST_CODER, responses.get(1), codebook, "2", List.of("Unclear"))
                .then()
                .statusCode(200);
        Coders.code(SECOND_CODER, responses.get(1), codebook, "2", List.of("Unclear"))
                .then()
                .statusCode(200);
        assertThat(Coders.told(responses.get(1)))
                .extracting(Database.Told::version)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(3);
        assign("1", FIRST_CODER, SECOND_CODER).then().statusCode(409).body("type", endsWith("codebook-not-continued"));
    }

    @Test
    void a_version_says_what_became_of_every_code() {
        Map<String, Object> lost = Coders.version(codebook, "2", "Agenda", "Notes", "Ask More");
        lost.put("basis", "1");
        Api.operator().post("/codebooks", lost).then().statusCode(400).body("violations.field", contains("codes"));
        lost.put("changes", List.of(change(List.of("Vague", "Nonsense"), "Agenda", "Nowhere")));
        Api.operator()
                .post("/codebooks", lost)
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("changes[0]", "changes[0].from[1]", "changes[0].to[1]"));
        lost.put("basis", "9");
        Api.operator().post("/codebooks", lost).then().statusCode(400).body("violations.field", contains("basis"));
        lost.remove("basis");
        Api.operator().post("/codebooks", lost).then().statusCode(400).body("violations.field", contains("basis"));
    }

    /** Version 2: Agenda and Notes are one, Vague is two. */
    private Response continued(String... codes) {
        Map<String, Object> next = Coders.version(codebook, "2", codes);
        next.put("basis", "1");
        next.put(
                "changes",
                List.of(
                        change(List.of("Agenda", "Notes"), "Prepare"),
                        change(List.of("Vague"), "Too Short", "Unclear")));
        return Api.operator().post("/codebooks", next);
    }

    private static Map<String, Object> change(List<String> from, String... to) {
        return Map.of("from", from, "to", List.of(to));
    }

    private Response assign(String version, String... coders) {
        return Coders.assign(protocol, codebook, version, coders);
    }

    private void both(int text, List<String> first, List<String> second) {
        code(FIRST_CODER, text, first.toArray(String[]::new));
        code(SECOND_CODER, text, second.toArray(String[]::new));
    }

    private void code(String coder, int text, String... codes) {
        Coders.code(coder, responses.get(text), codebook, codes).then().statusCode(200);
    }

    private void settle(int text, String... codes) {
        evaluator()
                .put(
                        "/texts/" + responses.get(text) + "/" + Coders.ITEM + "/consensus",
                        Map.of("codes", List.of(codes), "note", "both fit"))
                .then()
                .statusCode(200);
    }

    private Response summary(String query) {
        return evaluator().get("/protocols/" + protocol + "/coding/" + Coders.ITEM + query);
    }

    private static Api evaluator() {
        return Api.evaluator(Token.LAKESIDE, FIRST_CODER);
    }
}
