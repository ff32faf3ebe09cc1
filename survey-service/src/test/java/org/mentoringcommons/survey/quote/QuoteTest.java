package org.mentoringcommons.survey.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.mentoringcommons.survey.Questions.FIRST_CODER;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Coders;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** Words are shown if a person has released them, and as long as the text has them. */
@QuarkusTest
class QuoteTest {

    @Inject
    World world;

    private World.Asked asked;
    private String receipt;
    private String response;

    @BeforeEach
    void aTextIsCoded() {
        asked = world.asked(Token.LAKESIDE, 1);
        receipt = Questions.receipt();
        Api.answer(asked.token(), receipt, Questions.goodAnswers()).then().statusCode(201);
        response = Coders.responses(asked).get(0);
        Coders.agree(asked, response);
    }

    @Test
    void released_words_are_shown_with_the_codes_of_their_text_until_they_are_taken_back() {
        assertThat(shown()).isEmpty();

        release("I will write an agenda").then().statusCode(200);

        assertThat(shown()).containsExactly("I will write an agenda");
        Api.portal(Token.LAKESIDE)
                .get("/quotes?protocol=" + Coders.protocol(asked))
                .then()
                .body("[0].codes", contains("Agenda"));
        take().then().statusCode(204);
        assertThat(shown()).isEmpty();
        take().then().statusCode(404).body("type", endsWith("quote-not-found"));
    }

    @Test
    void only_words_of_the_redacted_text_can_be_released_by_whom_the_protocol_names() {
        release("I will write a book").then().statusCode(400).body("violations.field", contains("quote"));
        Api.evaluator(Token.LAKESIDE, "stranger")
                .put("/texts/" + response + "/planned_changes/quote", Map.of("quote", "agenda"))
                .then()
                .statusCode(404);

        assertThat(shown()).isEmpty();
    }

    @Test
    void a_text_that_is_redacted_again_is_quoted_no_more() {
        release("an agenda").then().statusCode(200);
        Coders.redact(response).then().statusCode(200); // nothing differs
        assertThat(shown()).hasSize(1);

        Coders.redact(response, Coders.span(0, 6, "other")).then().statusCode(200);

        assertThat(shown()).isEmpty();
    }

    @Test
    void whoever_withdraws_is_quoted_no_more() {
        release("an agenda").then().statusCode(200);

        Api.anybody()
                .post("/withdrawals", Map.of("institution", World.alias(Token.LAKESIDE), "receipt", receipt))
                .then()
                .statusCode(201);

        assertThat(shown()).isEmpty();
    }

    private Response release(String words) {
        return evaluator().put("/texts/" + response + "/planned_changes/quote", Map.of("quote", words));
    }

    private Response take() {
        return evaluator().delete("/texts/" + response + "/planned_changes/quote");
    }

    private List<String> shown() {
        return Api.portal(Token.LAKESIDE)
                .get("/quotes?protocol=" + Coders.protocol(asked))
                .then()
                .statusCode(200)
                .extract()
                .path("quote");
    }

    private static Api evaluator() {
        return Api.evaluator(Token.LAKESIDE, FIRST_CODER);
    }
}
