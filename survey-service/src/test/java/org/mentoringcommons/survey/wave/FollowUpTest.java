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
class FollowUpTest {

    @Inject
    World world;

    @Inject
    TestClock clock;

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
    }

    @Test
    void half_a_year_later_the_same_people_are_asked_and_their_answers_belong_together() {
        World.Asked asked = world.asked(Token.LAKESIDE, 3);
        String instrument = declare(asked, "follow-up-6");
        world.round();
        Map<String, Object> followUp = wave(asked, "follow-up-6");
        assertThat(followUp)
                .containsEntry("state", "scheduled")
                .containsEntry("invited", 3)
                .containsEntry("instrument", Map.of("key", instrument, "version", "1"));
        String later = token(followUp.get("id").toString(), participantOf(asked, asked.token()));
        Api.answer(asked.token(), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);
        Api.answer(later, Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(409)
                .body("type", endsWith(":wave-not-open"));

        clock.set(Instant.parse(followUp.get("opensAt").toString()).plus(Duration.ofDays(3)));
        Api.answer(later, Questions.receipt(), Questions.goodAnswers()).then().statusCode(201);

        assertThat(Database.select(
                        "select count(*), count(distinct pseudonym), count(distinct wave) from response"
                                + " where wave in (?::uuid, ?::uuid)",
                        asked.wave(),
                        followUp.get("id")))
                .containsExactly(List.of(2L, 1L, 2L));
        assertThat(Database.told(followUp.get("id").toString())
                        .get(0)
                        .data()
                        .get("occasion")
                        .asText())
                .isEqualTo("follow-up-6");
    }

    @Test
    void follow_ups_that_were_declared_before_are_scheduled_as_the_wave_opens_and_follow_the_roster() {
        World.Asked first = world.asked(Token.LAKESIDE, 1);
        declare(first, "follow-up-6");
        declare(first, "follow-up-12");

        World.Held second = world.delivered(Token.LAKESIDE, first.workshop().curriculum());
        world.roster(second, 1, UUID.randomUUID(), UUID.randomUUID());
        world.tell(second, "delivered", Instant.now().minus(Duration.ofHours(1)), 1);
        world.round();

        List<Map<String, Object>> waves =
                Api.portal(Token.LAKESIDE).get("/waves?workshop=" + second.id()).path("$");
        assertThat(waves)
                .extracting(wave -> wave.get("occasion"))
                .containsExactlyInAnyOrder("workshop", "follow-up-6", "follow-up-12");
        assertThat(waves).extracting(wave -> wave.get("invited")).containsOnly(2);
    }

    @Test
    void a_follow_up_that_the_protocol_does_not_cover_any_more_is_not_scheduled() {
        world.institutionKnown(Token.LAKESIDE, "America/Chicago");
        String curriculum = "curriculum-" + UUID.randomUUID();
        String protocol = Api.administrator(Token.LAKESIDE)
                .post(
                        "/protocols",
                        Questions.protocol(
                                Questions.published(),
                                curriculum,
                                LocalDate.of(2020, 1, 1),
                                LocalDate.now().plusMonths(8)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        World.Held workshop = world.delivered(Token.LAKESIDE, curriculum);
        for (String occasion : List.of("follow-up-6", "follow-up-12")) {
            declare(protocol, occasion);
            declare(protocol, occasion); // again, nothing is scheduled twice
        }

        Api.portal(Token.LAKESIDE)
                .get("/waves?workshop=" + workshop.id())
                .then()
                .body("occasion.sort()", contains("follow-up-6", "workshop"));
        Api.administrator(Token.LAKESIDE)
                .get("/protocols/" + protocol + "/askings")
                .then()
                .body("occasion", contains("follow-up-6", "follow-up-12"));
    }

    @Test
    void what_cannot_be_declared_is_named() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        String path = "/protocols/" + protocol(asked) + "/askings/";

        Api.administrator(Token.LAKESIDE)
                .put(path + "follow-up-6", Map.of("instrument", Map.of("key", "nowhere", "version", "1")))
                .then()
                .statusCode(400)
                .body("type", endsWith(":instrument-unknown"));
        for (String word : List.of("workshop", "follow-up-7")) {
            Api.administrator(Token.LAKESIDE)
                    .put(path + word, Map.of("instrument", Map.of("key", Questions.published(), "version", "1")))
                    .then()
                    .statusCode(404)
                    .body("type", endsWith(":occasion-not-found"));
        }
        Api.administrator(Token.HILLTOP).get(path).then().statusCode(404);
        Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).then().body("occasion", equalTo("workshop"));
    }

    private static String declare(World.Asked asked, String occasion) {
        return declare(protocol(asked), occasion);
    }

    private static String declare(String protocol, String occasion) {
        String instrument = Questions.published();
        Api.administrator(Token.LAKESIDE)
                .put(
                        "/protocols/" + protocol + "/askings/" + occasion,
                        Map.of("instrument", Map.of("key", instrument, "version", "1")))
                .then()
                .statusCode(200);
        return instrument;
    }

    private static String protocol(World.Asked asked) {
        return Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).path("protocol");
    }

    private static Map<String, Object> wave(World.Asked asked, String occasion) {
        return Api.portal(Token.LAKESIDE)
                .get("/waves?workshop=" + asked.workshop().id())
                .path("find { it.occasion == '" + occasion + "' }");
    }

    private static String participantOf(World.Asked asked, String token) {
        return Api.portal(Token.LAKESIDE)
                .get("/waves/" + asked.wave() + "/invitations")
                .path("find { it.token == '" + token + "' }.participant");
    }

    private static String token(String wave, String participant) {
        return Api.portal(Token.LAKESIDE)
                .get("/waves/" + wave + "/invitations")
                .path("find { it.participant == '" + participant + "' }.token");
    }
}
