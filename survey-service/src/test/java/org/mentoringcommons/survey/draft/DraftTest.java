package org.mentoringcommons.survey.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class DraftTest {

    private static final Map<String, Object> HALF =
            Map.of("communication_1", Map.of("then", 3), "planned_changes", "an agenda nobody else may read");

    @Inject
    World world;

    @Inject
    TestClock clock;

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
    }

    @Test
    void what_is_saved_comes_back_with_the_form_although_halves_are_missing() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        Api.anybody().get("/forms/" + asked.token()).then().body("draft", nullValue());

        Response saved = save(asked.token(), 0, HALF);

        saved.then().statusCode(200).body("revision", equalTo(1)).header("Cache-Control", "no-store");
        Api.anybody()
                .get("/forms/" + asked.token())
                .then()
                .statusCode(200)
                .body("draft.revision", equalTo(1))
                .body("draft.research", equalTo(true))
                .body("draft.countUnfinished", equalTo(false))
                .body("draft.answers.communication_1.then", equalTo(3))
                .body("draft.answers.planned_changes", equalTo("an agenda nobody else may read"));
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isZero();
    }

    @Test
    void a_draft_in_the_database_says_nothing_and_leads_to_nobody() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);

        save(asked.token(), 0, HALF).then().statusCode(200);

        List<Object> row = Database.select(
                        "select to_jsonb(d)::text, sealed from draft d where wave = ?::uuid", asked.wave())
                .get(0);
        assertThat(new String((byte[]) row.get(1), StandardCharsets.ISO_8859_1))
                .doesNotContain("agenda", "communication", "then");
        assertThat(Database.json((String) row.get(0)).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("tenant", "wave", "key", "revision", "sealed");
        assertThat(Database.count(
                        "draft d join invitation i on i.wave = d.wave where d.wave = ?::uuid and d.key in"
                                + " (sha256(uuid_send(i.id)), sha256(uuid_send(i.participant)),"
                                + " sha256(i.id::text::bytea), sha256(i.participant::text::bytea))",
                        asked.wave()))
                .isZero();
    }

    @Test
    void a_draft_that_was_put_into_anothers_place_does_not_open() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2);
        save(asked.tokens().get(0), 0, HALF).then().statusCode(200);
        save(asked.tokens().get(1), 0, Map.of("valuable", 4)).then().statusCode(200);

        Database.update(
                "update draft d set sealed = o.sealed from draft o where o.wave = d.wave and o.key <> d.key and d.wave = ?::uuid",
                asked.wave());

        Api.anybody()
                .get("/forms/" + asked.token())
                .then()
                .statusCode(500)
                .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("draft")));
    }

    @Test
    void of_two_tabs_the_second_is_told_and_neither_loses_anything() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        save(asked.token(), 0, HALF).then().statusCode(200);

        Response other = save(asked.token(), 0, Map.of("valuable", 2));

        other.then()
                .statusCode(409)
                .body("type", endsWith(":draft-changed"))
                .body("violations.field", contains("revision"))
                .body("violations[0].message", equalTo("is now 1"));
        Api.anybody().get("/forms/" + asked.token()).then().body("draft.answers.communication_1.then", equalTo(3));
        save(asked.token(), 1, Map.of("valuable", 2)).then().statusCode(200).body("revision", equalTo(2));
        Api.anybody().get("/forms/" + asked.token()).then().body("draft.answers.valuable", equalTo(2));
    }

    @Test
    void a_retry_of_saving_is_answered_the_same() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        save(asked.token(), 0, HALF).then().statusCode(200);

        save(asked.token(), 0, HALF).then().statusCode(200).body("revision", equalTo(1));
    }

    @Test
    void a_draft_goes_when_it_is_sent_declined_withdrawn_discarded_or_its_owner_forgotten() {
        World.Asked asked = world.asked(Token.LAKESIDE, 6);
        asked.tokens().forEach(token -> save(token, 0, HALF).then().statusCode(200));
        String kept = asked.tokens().get(5);

        Api.answer(asked.tokens().get(0), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);
        Api.anybody()
                .post("/forms/" + asked.tokens().get(1) + "/decline", Map.of())
                .then()
                .statusCode(204);
        Api.anybody()
                .post("/forms/" + asked.tokens().get(2) + "/withdrawal", Map.of())
                .then()
                .statusCode(201);
        Api.anybody()
                .delete("/forms/" + asked.tokens().get(3) + "/draft")
                .then()
                .statusCode(204);
        Api.anybody().delete("/forms/" + asked.tokens().get(4)).then().statusCode(204);

        assertThat(Database.count("draft where wave = ?::uuid", asked.wave())).isEqualTo(1);
        Api.anybody().get("/forms/" + kept).then().body("draft.revision", equalTo(1));
        Api.anybody().get("/forms/" + asked.tokens().get(3)).then().body("draft", nullValue());
        Api.anybody().get("/forms/" + asked.tokens().get(1)).then().body("draft", nullValue());
    }

    @Test
    void withdrawing_by_receipt_takes_along_what_is_typed_in_another_wave_of_the_protocol() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String receipt = Questions.receipt();
        save(asked.token(), 0, HALF).then().statusCode(200);
        Database.update(
                "insert into draft select tenant, gen_random_uuid(), key, 1, sealed from draft where wave = ?::uuid",
                asked.wave()); // as in another wave of the same person and protocol
        Object key = Database.select("select key from draft where wave = ?::uuid", asked.wave())
                .get(0)
                .get(0);
        Api.answer(asked.token(), receipt, Questions.goodAnswers()).then().statusCode(201);
        assertThat(Database.count("draft where key = ?", key)).isEqualTo(1);

        Api.anybody()
                .post("/withdrawals", Map.of("institution", World.alias(Token.LAKESIDE), "receipt", receipt))
                .then()
                .statusCode(201);

        assertThat(Database.count("draft where key = ?", key)).isZero();
    }

    @Test
    void nothing_is_saved_out_of_time_after_an_answer_or_without_a_link() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2);
        Api.answer(asked.tokens().get(1), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);

        save(asked.tokens().get(1), 0, HALF).then().statusCode(409).body("type", endsWith(":already-answered"));
        save("nonsense", 0, HALF).then().statusCode(404).body("type", endsWith(":invitation-not-found"));
        clock.set(Instant.now().plus(Duration.ofDays(60)));
        save(asked.token(), 0, HALF).then().statusCode(409).body("type", endsWith(":wave-closed"));
        clock.set(Instant.now().minus(Duration.ofDays(60)));
        save(asked.token(), 0, HALF).then().statusCode(409).body("type", endsWith(":wave-not-open"));

        assertThat(Database.count("draft where wave = ?::uuid", asked.wave())).isZero();
    }

    @Test
    void what_is_no_part_of_the_instrument_or_too_long_is_named() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);

        save(asked.token(), 0, Map.of("unknown", 1, "planned_changes", "x".repeat(60_000)))
                .then()
                .statusCode(400)
                .body("type", endsWith(":draft-invalid"))
                .body("violations.field", containsInAnyOrder("answers.unknown", "answers.planned_changes"));
        Api.anybody()
                .put("/forms/" + asked.token() + "/draft", Map.of("revision", -1, "consentVersion", " "))
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("revision", "consentVersion", "answers"));
    }

    static Response save(String token, int revision, Map<String, Object> answers) {
        Map<String, Object> body = new HashMap<>(
                Map.of("revision", revision, "consentVersion", "1", "research", true, "answers", answers));
        return Api.anybody().put("/forms/" + token + "/draft", body);
    }
}
