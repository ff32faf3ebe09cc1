package org.mentoringcommons.survey.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class WaveChangesTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Inject
    World world;

    @Inject
    TestClock clock;

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
    }

    @Test
    void a_wave_is_extended_to_the_end_of_a_day_and_never_shortened() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        LocalDate lastDay = lastDay(asked).plusDays(10);

        admin().put("/waves/" + asked.wave() + "/last-day", Map.of("lastDay", lastDay.toString()))
                .then()
                .statusCode(200)
                .body(
                        "closesAt",
                        equalTo(lastDay.plusDays(1)
                                .atStartOfDay(CHICAGO)
                                .toInstant()
                                .toString()));
        admin().put(
                        "/waves/" + asked.wave() + "/last-day",
                        Map.of("lastDay", lastDay.minusDays(1).toString()))
                .then()
                .statusCode(400)
                .body("type", endsWith(":wave-unfit"))
                .body("violations.field", contains("lastDay"));
        clock.set(lastDay.atTime(12, 0).atZone(CHICAGO).toInstant());
        Api.answer(asked.token(), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);

        List<Database.Told> told = Database.told(asked.wave());
        assertThat(told.get(told.size() - 1).data().get("closesAt").asText())
                .isEqualTo(lastDay.plusDays(1).atStartOfDay(CHICAGO).toInstant().toString());
        clock.set(Instant.now().plus(Duration.ofDays(90)));
        admin().put("/waves/" + asked.wave() + "/last-day", Map.of("lastDay", "2099-01-01"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":wave-closed"));
    }

    @Test
    void a_wave_that_is_closed_early_takes_nothing_more() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2);
        Api.answer(asked.token(), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);

        admin().post("/waves/" + asked.wave() + "/closing", Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("responded", equalTo(1));
        admin().post("/waves/" + asked.wave() + "/closing", Map.of()).then().statusCode(200);

        Api.answer(asked.tokens().get(1), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(409)
                .body("type", endsWith(":wave-closed"));
        assertThat(Database.select(
                        "select due_at < now() + interval '2 minutes' from wave_task where wave = ?::uuid and task = 'CLOSE'",
                        asked.wave()))
                .containsExactly(List.of(true));
        assertThat(admin().get("/audit").<List<String>>path("action")).contains("wave.closed");
    }

    @Test
    void only_evaluators_and_administrators_decide_and_only_about_their_own() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);

        Api.portal(Token.LAKESIDE)
                .post("/waves/" + asked.wave() + "/closing", Map.of())
                .then()
                .statusCode(403);
        Api.administrator(Token.HILLTOP)
                .post("/waves/" + asked.wave() + "/closing", Map.of())
                .then()
                .statusCode(404);
    }

    @Test
    void people_named_are_asked_instead_of_the_workshops_facilitators() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        UUID facilitator = UUID.randomUUID();
        Map<String, Object> wanted = Map.of(
                "workshop", asked.workshop().id(),
                "protocol", protocol(asked),
                "occasion", "facilitators",
                "people", List.of(facilitator));
        admin().post("/waves", wanted).then().statusCode(400).body("violations.field", contains("occasion"));
        String instrument = declare(asked, "facilitators");

        String wave = admin().post("/waves", wanted)
                .then()
                .statusCode(201)
                .body("occasion", equalTo("facilitators"))
                .body("instrument.key", equalTo(instrument))
                .body("invited", equalTo(1))
                .extract()
                .path("id");
        admin().post("/waves", wanted).then().statusCode(409).body("type", endsWith(":wave-exists"));

        String token = Api.portal(Token.LAKESIDE)
                .get("/waves/" + wave + "/invitations")
                .then()
                .body("participant", contains(facilitator.toString()))
                .extract()
                .path("[0].token");
        Api.answer(token, Questions.receipt(), Questions.goodAnswers()).then().statusCode(201);
        assertThat(Database.told(wave).get(0).data().get("occasion").asText()).isEqualTo("facilitators");
    }

    @Test
    void what_cannot_be_opened_by_hand_is_named() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        Map<String, Object> participants =
                Map.of("workshop", asked.workshop().id(), "protocol", protocol(asked), "occasion", "workshop");

        admin().post("/waves", participants).then().statusCode(409).body("type", endsWith(":wave-exists"));
        admin().post(
                        "/waves",
                        Map.of("workshop", UUID.randomUUID(), "protocol", protocol(asked), "occasion", "workshop"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("workshop"));
        admin().post(
                        "/waves",
                        Map.of(
                                "workshop",
                                asked.workshop().id(),
                                "protocol",
                                protocol(asked),
                                "occasion",
                                "workshop",
                                "people",
                                List.of(UUID.randomUUID())))
                .then()
                .statusCode(400)
                .body("violations.field", contains("people"));
    }

    private static String declare(World.Asked asked, String occasion) {
        String instrument = Questions.published();
        admin().put(
                        "/protocols/" + protocol(asked) + "/askings/" + occasion,
                        Map.of("instrument", Map.of("key", instrument, "version", "1")))
                .then()
                .statusCode(200);
        return instrument;
    }

    private static String protocol(World.Asked asked) {
        return admin().get("/waves/" + asked.wave()).path("protocol");
    }

    private static LocalDate lastDay(World.Asked asked) {
        return Instant.parse(admin().get("/waves/" + asked.wave()).path("closesAt"))
                .minusMillis(1)
                .atZone(CHICAGO)
                .toLocalDate();
    }

    private static Api admin() {
        return Api.administrator(Token.LAKESIDE);
    }
}
