package org.mentoringcommons.survey.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.mentoringcommons.survey.Questions.FIRST_CODER;
import static org.mentoringcommons.survey.Questions.SECOND_CODER;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Nobody codes a text before a person has decided what of it may be read. */
@QuarkusTest
class RedactionTest {

    private static final String WORDS = "Ann Example (ann@people.example) helps; I will ask more 🙂 often.";
    private static final String LET_THROUGH = "[name] ([e-mail]) helps; I will ask more 🙂 often.";

    @Inject
    World world;

    @Inject
    TestClock clock;

    @Inject
    Purge purge;

    private World.Asked asked;
    private String receipt;
    private String response;

    @BeforeEach
    void somebodyNamesSomebody() {
        asked = world.asked(Token.LAKESIDE, 1);
        receipt = Questions.receipt();
        Map<String, Object> answers = Questions.goodAnswers();
        answers.put(Coders.ITEM, WORDS);
        Api.answer(asked.token(), receipt, answers).then().statusCode(201);
        response = Coders.responses(asked).get(0);
        Coders.assign(asked, Coders.codebook("Agenda"));
    }

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
    }

    @Test
    void suggestions_are_for_a_person_to_decide_and_coders_read_what_is_left() {
        waiting(FIRST_CODER)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("text", contains(WORDS))
                .body("[0].rosterRead", equalTo(true))
                .body("[0].suggestions.kind", contains("name", "email"));
        assertThat(texts()).isEmpty();

        decide().then().statusCode(200).body("text", equalTo(LET_THROUGH));

        assertThat(texts()).containsExactly(LET_THROUGH);
        waiting(FIRST_CODER).then().body("$", hasSize(0));
        evaluator().get("/redactions?decided=true&wave=" + asked.wave()).then().body("redacted", contains(LET_THROUGH));
    }

    @Test
    void without_the_roster_it_is_said_that_names_were_not_looked_for() {
        world.rosterAway(asked.workshop());

        waiting(FIRST_CODER)
                .then()
                .statusCode(200)
                .body("[0].rosterRead", equalTo(false))
                .body("[0].suggestions.kind", contains("email"));
    }

    @Test
    void only_evaluators_whom_the_protocol_names_see_what_was_written() {
        waiting("stranger").then().body("$", hasSize(0));
        Api.evaluator(Token.LAKESIDE, "stranger")
                .put("/redactions/" + response + "/" + Coders.ITEM, Map.of("revision", 1, "spans", List.of()))
                .then()
                .statusCode(404);
        Api.evaluator(Token.HILLTOP, FIRST_CODER)
                .put("/redactions/" + response + "/" + Coders.ITEM, Map.of("revision", 1, "spans", List.of()))
                .then()
                .statusCode(404);
    }

    @Test
    void parts_that_are_none_are_named() {
        int smile = WORDS.indexOf("🙂");
        Coders.redact(
                        response,
                        Coders.span(0, 5, "name"),
                        Coders.span(4, 8, "name"),
                        Coders.span(20, 5000, "other"),
                        Coders.span(smile, smile + 1, "other"),
                        Coders.span(3, 3, "name"))
                .then()
                .statusCode(400)
                .body("type", endsWith("spans-unfit"))
                .body("violations.field", contains("spans[1]", "spans[2]", "spans[3]", "spans[4]"));
        evaluator()
                .put("/redactions/" + response + "/" + Coders.ITEM, Map.of("revision", 7, "spans", List.of()))
                .then()
                .statusCode(409)
                .body("type", endsWith("text-changed"));
        assertThat(texts()).isEmpty();
    }

    @Test
    void what_was_written_is_purged_after_the_wave_and_the_time_the_protocol_says() {
        decide().then().statusCode(200);
        String protocol = Coders.protocol(asked);
        Api policy = Api.administrator(Token.LAKESIDE);
        policy.get("/protocols/" + protocol + "/text-policy").then().body("keepOriginalsDays", equalTo(90));
        policy.put("/protocols/" + protocol + "/text-policy", Map.of("keepOriginalsDays", 10))
                .then()
                .statusCode(200);
        policy.put("/protocols/" + protocol + "/text-policy", Map.of("keepOriginalsDays", -1))
                .then()
                .statusCode(400);
        purged();
        assertThat(written()).isEqualTo(WORDS);
        clock.set(Instant.now().plus(Duration.ofDays(35)));
        purged();
        assertThat(written()).as("the wave is over, the ten days are not").isEqualTo(WORDS);

        clock.set(Instant.now().plus(Duration.ofDays(45)));
        purged();

        assertThat(written()).isEqualTo(LET_THROUGH);
        assertThat(texts()).containsExactly(LET_THROUGH);
        assertThat(Database.count("purge_due where institution = ?", Token.LAKESIDE.id()))
                .as("what other tests left for later days")
                .isLessThanOrEqualTo(1);
    }

    @Test
    void nothing_is_purged_before_the_wave_is_over_by_the_clock() {
        decide().then().statusCode(200);
        Api.administrator(Token.LAKESIDE)
                .put("/protocols/" + Coders.protocol(asked) + "/text-policy", Map.of("keepOriginalsDays", 0))
                .then()
                .statusCode(200);
        Instant noon = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(30))
                .plus(Duration.ofHours(12));
        Database.update(
                "update wave set closes_at = ? where id = ?::uuid", noon.atOffset(ZoneOffset.UTC), asked.wave());
        clock.set(noon.minusSeconds(1));
        purged();
        assertThat(written()).as("whoever answered may still correct it").isEqualTo(WORDS);

        clock.set(noon.plus(Duration.ofDays(1)));
        purged();

        assertThat(written()).isEqualTo(LET_THROUGH);
    }

    @Test
    void an_institution_where_it_fails_keeps_no_other_waiting_and_is_tried_again() {
        String failing = UUID.randomUUID().toString();
        Database.update("insert into purge_due values (?, date '2000-01-01')", failing);
        Database.update("create function purge_fails() returns trigger language plpgsql as"
                + " 'begin raise exception ''as if something were wrong there''; end'");
        decide().then().statusCode(200);
        clock.set(Instant.now().plus(Duration.ofDays(150)));
        try {
            Database.update("create trigger purge_fails before delete on purge_due for each row when (old.institution"
                    + " = '" + failing + "') execute function purge_fails()");

            purged();

            assertThat(written()).isEqualTo(LET_THROUGH);
            assertThat(Database.count("purge_due where institution = ?", failing))
                    .isOne();
        } finally {
            Database.update("drop function purge_fails cascade");
        }

        purged();

        assertThat(Database.count("purge_due where institution = ?", failing)).isZero();
    }

    @Test
    void what_stays_of_a_withdrawn_answer_has_the_redacted_words_only() {
        decide().then().statusCode(200);
        Coders.redact(response, Coders.span(0, 11, "name"), Coders.span(13, 31, "email"))
                .then()
                .statusCode(200);

        Api.anybody()
                .post("/withdrawals", Map.of("institution", World.alias(Token.LAKESIDE), "receipt", receipt))
                .then()
                .statusCode(201);

        assertThat(Database.select(
                        "select texts->>'planned_changes' from excluded_response where id = ?::uuid", response))
                .containsExactly(List.of(LET_THROUGH));
        assertThat(Database.count("redacted_text where response = ?::uuid", response))
                .isZero();
    }

    private Response decide() {
        return Coders.redact(response, Coders.span(13, 31, "email"), Coders.span(0, 11, "name"));
    }

    private Response waiting(String evaluator) {
        return Api.evaluator(Token.LAKESIDE, evaluator).get("/redactions?item=planned_changes&wave=" + asked.wave());
    }

    private List<String> texts() {
        return Api.evaluator(Token.LAKESIDE, SECOND_CODER)
                .get("/texts?wave=" + asked.wave())
                .path("text");
    }

    private String written() {
        return (String) Database.select("select texts->>'planned_changes' from response where id = ?::uuid", response)
                .get(0)
                .get(0);
    }

    private void purged() {
        World.elsewhere(purge::round);
    }

    private static Api evaluator() {
        return Api.evaluator(Token.LAKESIDE, FIRST_CODER);
    }
}
