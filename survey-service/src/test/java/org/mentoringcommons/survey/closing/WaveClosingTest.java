package org.mentoringcommons.survey.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class WaveClosingTest {

    @Inject
    World world;

    @Inject
    Closings closings;

    @Inject
    TestClock clock;

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
    }

    @Test
    void of_several_instances_one_tells_how_many_have_answered() {
        List<World.Asked> waves = IntStream.range(0, 4)
                .mapToObj(number -> world.asked(Token.LAKESIDE, 2))
                .toList();
        waves.forEach(asked -> answer(asked.token()));
        monthsLater();
        waves.forEach(
                asked -> Database.update("update wave_task set due_at = now() where wave = ?::uuid", asked.wave()));

        Stream.generate(() -> CompletableFuture.runAsync(closings::round))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);

        for (World.Asked asked : waves) {
            List<Database.Told> told = Database.told(asked.wave());
            assertThat(told.stream().filter(fact -> fact.data().has("responded")))
                    .hasSize(1);
            assertThat(told.get(told.size() - 1).data().get("responded").asInt())
                    .isEqualTo(1);
            assertThat(told).extracting(Database.Told::version).doesNotHaveDuplicates();
            assertThat(Database.count("wave_task where wave = ?::uuid and task = 'CLOSE'", asked.wave()))
                    .isZero();
        }
    }

    @Test
    void one_that_died_on_the_way_is_taken_over_after_its_lease() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        monthsLater();
        Database.update(
                "update wave_task set claim = gen_random_uuid(), due_at = now() + interval '2 minutes' where wave = ?::uuid",
                asked.wave());
        closings.round();
        assertThat(finalCount(asked)).isNull();

        closings.roundFor(asked.wave());

        assertThat(finalCount(asked)).isZero();
    }

    @Test
    void a_wave_that_was_extended_is_finished_at_its_new_end() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);

        closings.roundFor(asked.wave());

        assertThat(finalCount(asked)).isNull();
        assertThat(Database.select(
                        "select t.due_at = w.closes_at + interval '1 minute' from wave_task t join wave w on w.id = t.wave"
                                + " where w.id = ?::uuid and t.task = 'CLOSE'",
                        asked.wave()))
                .containsExactly(List.of(true));
    }

    @Test
    void a_clock_that_goes_back_opens_nothing_that_was_told_to_be_over() {
        World.Asked asked = world.asked(Token.LAKESIDE, 3);
        answer(asked.tokens().get(0));
        monthsLater();
        closings.roundFor(asked.wave());

        clock.reset(); // months back, into the window

        for (Response refused : List.of(
                Api.answer(asked.tokens().get(1), Questions.receipt(), Questions.goodAnswers()),
                Api.anybody().post("/forms/" + asked.tokens().get(1) + "/decline", Map.of()),
                Api.anybody().get("/forms/" + asked.tokens().get(1)),
                Api.administrator(Token.LAKESIDE)
                        .put("/waves/" + asked.wave() + "/last-day", Map.of("lastDay", "2099-01-01")))) {
            refused.then().statusCode(409).body("type", endsWith(":wave-closed"));
        }
        Api.portal(Token.LAKESIDE)
                .get("/waves/" + asked.wave())
                .then()
                .body("state", equalTo("closed"))
                .body("responded", equalTo(1));
        Api.portal(Token.LAKESIDE)
                .get("/waves/" + asked.wave() + "/invitations")
                .then()
                .body("remind", everyItem(equalTo(false)));
    }

    @Test
    void what_was_saved_counts_if_that_was_wished_with_half_a_pair_missing() {
        World.Asked asked = world.asked(Token.LAKESIDE, 5);
        Map<String, Object> half = Map.of(
                "communication_1",
                Map.of("then", 3),
                "communication_2",
                Map.of("then", 2, "now", 6),
                "career",
                "Astronaut",
                "planned_changes",
                "half a thought");
        save(asked.tokens().get(0), true, true, half);
        save(asked.tokens().get(1), false, true, half); // did not wish it
        save(asked.tokens().get(2), true, null, half); // did not answer about research
        save(asked.tokens().get(3), true, false, Map.of()); // nothing in it
        answer(asked.tokens().get(4));
        monthsLater();

        closings.roundFor(asked.wave());

        assertThat(Database.select(
                        "select answers::text, texts ->> 'planned_changes', research, id::text from response"
                                + " where wave = ?::uuid and unfinished",
                        asked.wave()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(Database.json((String) row.get(0)))
                            .isEqualTo(
                                    Database.json(
                                            """
                                    {"communication_1": {"then": 3, "now": null}, "communication_2": {"then": 2, "now": 6}}"""));
                    assertThat(row.subList(1, 3)).containsExactly("half a thought", true);
                    Database.Told told = Database.told((String) row.get(3)).get(0);
                    assertThat(told.data().get("unfinished").asBoolean()).isTrue();
                    assertThat(told.data().get("answers"))
                            .isEqualTo(Database.json("{\"communication_2\": {\"then\": 2, \"now\": 6}}"));
                });
        assertThat(Database.count("draft where wave = ?::uuid", asked.wave())).isZero();
        assertThat(finalCount(asked)).isEqualTo(2);
    }

    @Test
    void what_was_saved_is_told_in_no_order_of_the_people_who_saved_it() {
        World.Asked asked = world.asked(Token.LAKESIDE, 12);
        List<String> saved = new ArrayList<>();
        for (int person = 0; person < 12; person++) {
            Map<String, Object> pair = Map.of("then", person / 6 + 1, "now", person % 6 + 1);
            saved.add("" + pair.get("then") + pair.get("now"));
            save(asked.tokens().get(person), true, true, Map.of("communication_1", pair));
        }
        monthsLater();

        closings.roundFor(asked.wave());

        assertThat(Database.select(
                        "select data::json #>> '{answers,communication_1,then}', data::json #>>"
                                + " '{answers,communication_1,now}' from outbox"
                                + " where key in (select id::text from response where wave = ?::uuid) order by id",
                        asked.wave()))
                .extracting(row -> (String) row.get(0) + row.get(1))
                .containsExactlyInAnyOrderElementsOf(saved)
                .isNotEqualTo(saved);
    }

    @Test
    void what_was_saved_under_a_consent_that_changed_materially_does_not_count() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        save(asked.token(), true, true, Map.of("valuable", 4));
        String protocol =
                Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).path("protocol");
        Api.administrator(Token.LAKESIDE)
                .post("/protocols/" + protocol + "/consents", Questions.consent("material", "2"))
                .then()
                .statusCode(201);
        monthsLater();

        closings.roundFor(asked.wave());

        assertThat(finalCount(asked)).isZero();
        assertThat(Database.count("draft where wave = ?::uuid", asked.wave())).isZero();
    }

    @Test
    void who_withdrew_does_not_come_back_by_what_was_saved() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        save(asked.token(), true, true, Map.of("valuable", 4));
        List<Object> draft = Database.select("select key, sealed from draft where wave = ?::uuid", asked.wave())
                .get(0);
        Api.anybody()
                .post("/forms/" + asked.token() + "/withdrawal", Map.of())
                .then()
                .statusCode(201);
        Database.update(
                "insert into draft (tenant, wave, key, revision, sealed) values (?, ?::uuid, ?, 1, ?)",
                Token.LAKESIDE.id(),
                asked.wave(),
                draft.get(0),
                draft.get(1)); // as if saved in the very same instant
        monthsLater();

        closings.roundFor(asked.wave());

        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isZero();
        assertThat(Database.count("draft where wave = ?::uuid", asked.wave())).isZero();
    }

    @Test
    void afterwards_the_order_in_which_answers_came_is_gone() {
        World.Asked asked = world.asked(Token.LAKESIDE, 12);
        asked.tokens().forEach(WaveClosingTest::answer);
        List<Object> before = order(asked);
        monthsLater();

        closings.roundFor(asked.wave());

        assertThat(order(asked)).isNotEqualTo(before).containsExactlyInAnyOrderElementsOf(before);
        assertThat(Database.select("select distinct xmin::text from response where wave = ?::uuid", asked.wave()))
                .hasSize(1);
    }

    private static List<Object> order(World.Asked asked) {
        return Database.select("select id from response where wave = ?::uuid order by ctid", asked.wave()).stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static Integer finalCount(World.Asked asked) {
        return (Integer) Database.select("select final_responded from wave where id = ?::uuid", asked.wave())
                .get(0)
                .get(0);
    }

    private void monthsLater() {
        clock.set(Instant.now().plus(Duration.ofDays(60)));
    }

    private static void answer(String token) {
        Api.answer(token, Questions.receipt(), Questions.goodAnswers()).then().statusCode(201);
    }

    private static void save(String token, boolean count, Boolean research, Map<String, Object> answers) {
        Map<String, Object> body = new HashMap<>(
                Map.of("revision", 0, "consentVersion", "1", "countUnfinished", count, "answers", answers));
        body.put("research", research);
        Api.anybody().put("/forms/" + token + "/draft", body).then().statusCode(200);
    }
}
