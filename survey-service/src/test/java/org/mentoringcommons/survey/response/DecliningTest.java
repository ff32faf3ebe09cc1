package org.mentoringcommons.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
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
class DecliningTest {

    @Inject
    World world;

    @Inject
    TestClock clock;

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
    }

    @Test
    void declining_keeps_nothing_but_that_nobody_is_to_remind() {
        World.Asked asked = world.asked(Token.LAKESIDE, 3);
        Api.answer(asked.tokens().get(0), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);

        decline(asked.tokens().get(1)).then().statusCode(204);
        decline(asked.tokens().get(1)).then().statusCode(204);

        assertThat(reminders(asked))
                .isEqualTo(Map.of(
                        asked.tokens().get(0),
                        false,
                        asked.tokens().get(1),
                        false,
                        asked.tokens().get(2),
                        true));
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isEqualTo(1);
        Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).then().body("responded", equalTo(1));
    }

    @Test
    void nothing_beside_the_participant_tells_that_somebody_declined_or_answered() {
        World.Asked asked = world.asked(Token.LAKESIDE, 3);
        String invitations = "select to_jsonb(i)::text, i.xmin::text, i.ctid::text from invitation i"
                + " where wave = ?::uuid order by participant";
        List<List<Object>> before = Database.select(invitations, asked.wave());

        decline(asked.tokens().get(0)).then().statusCode(204);
        Api.answer(asked.tokens().get(1), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);

        assertThat(Database.select(invitations, asked.wave())).isEqualTo(before);
        assertThat(Database.select(
                        "select column_name from information_schema.columns where table_name = 'declination'"))
                .extracting(row -> row.get(0).toString())
                .containsExactlyInAnyOrder("tenant", "wave", "pseudonym");
    }

    @Test
    void who_declined_may_think_better_of_it() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        Api.anybody().get("/forms/" + asked.token()).then().body("declined", equalTo(false));
        decline(asked.token()).then().statusCode(204);

        Api.anybody().get("/forms/" + asked.token()).then().statusCode(200).body("declined", equalTo(true));
        Api.answer(asked.token(), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(201);

        Api.anybody().get("/forms/" + asked.token()).then().statusCode(409);
        decline(asked.token()).then().statusCode(409).body("type", endsWith("already-answered"));
    }

    @Test
    void out_of_time_and_without_a_link_nothing_is_declined() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        decline("nonsense").then().statusCode(404).body("type", endsWith("invitation-not-found"));

        clock.set(Instant.now().plus(Duration.ofDays(60)));

        decline(asked.token()).then().statusCode(409).body("type", endsWith("wave-closed"));
        assertThat(reminders(asked)).isEqualTo(Map.of(asked.token(), false));
        assertThat(Database.count("declination where wave = ?::uuid", asked.wave()))
                .isZero();
    }

    private static io.restassured.response.Response decline(String token) {
        return Api.anybody().post("/forms/" + token + "/decline", Map.of());
    }

    private static Map<String, Boolean> reminders(World.Asked asked) {
        io.restassured.response.Response page =
                Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave() + "/invitations?limit=500");
        List<String> tokens = page.path("token");
        List<Boolean> remind = page.path("remind");
        Map<String, Boolean> byToken = new java.util.HashMap<>();
        for (int index = 0; index < tokens.size(); index++) {
            byToken.put(tokens.get(index), remind.get(index));
        }
        return byToken;
    }
}
