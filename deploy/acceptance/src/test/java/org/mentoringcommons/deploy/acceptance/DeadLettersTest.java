package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** What cannot take effect is laid aside, seen by an operator, and replayed once the cause is mended. */
@ExtendWith(TheStack.class)
class DeadLettersTest {

    @Test
    void an_answer_that_cannot_be_taken_in_waits_as_a_dead_letter_and_counts_after_its_replay() {
        String institution = TheStack.institutions().get(5);
        String workshop = Workshops.deliver(institution, "entering-mentoring", "mentor", 1);
        String token = Workshops.tokens(institution, workshop, 1).get(0);
        Eventually.assertThat(() -> assertThat(Database.count(
                        Service.ANALYTICS, "select count(*) from wave where workshop::text = '" + workshop + "'"))
                .isEqualTo(1));
        long before = Database.count(Service.ANALYTICS, "select count(*) from response");

        Database.execute(Service.ANALYTICS, "revoke insert on response from analytics_app");
        List<String> keys;
        try {
            Answer.to(token).improved().send().then().statusCode(201);
            Eventually.assertThat(() -> assertThat(deadLetters()).hasSize(1));
            keys = deadLetters();
        } finally {
            Database.execute(Service.ANALYTICS, "grant insert on response to analytics_app");
        }
        assertThat(Database.count(Service.ANALYTICS, "select count(*) from response"))
                .isEqualTo(before);

        replay(keys.get(0)).then().statusCode(204);

        assertThat(deadLetters()).isEmpty();
        assertThat(Database.count(Service.ANALYTICS, "select count(*) from response"))
                .isEqualTo(before + 1);
        replay(keys.get(0)).then().statusCode(404);
    }

    private static List<String> deadLetters() {
        return TheStack.asOperator(Service.ANALYTICS)
                .get("/analytics/v1/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .path("key");
    }

    private static io.restassured.response.Response replay(String key) {
        return TheStack.asOperator(Service.ANALYTICS).post("/analytics/v1/dead-letters/responses/" + key + "/replay");
    }
}
