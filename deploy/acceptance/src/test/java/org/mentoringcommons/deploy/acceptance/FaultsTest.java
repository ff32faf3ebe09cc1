package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Demonstrated;
import org.mentoringcommons.deploy.local.Service;

/** Services and the broker are killed while answers come in; every answer counts, once. */
@ExtendWith(TheStack.class)
class FaultsTest {

    private static final String STUDY = "faults";
    private static final int PEOPLE = 60;
    private static final int BEFORE_THE_FIRST_KILL = 5;

    @Test
    void nothing_is_lost_and_nothing_doubled_when_services_and_broker_are_killed_mid_feed() throws Exception {
        String institution = TheStack.institutions().get(3);
        declareStudy(institution);
        String workshop = Workshops.deliver(institution, "entering-mentoring", "mentor", PEOPLE);
        List<String> tokens = Workshops.tokens(institution, workshop, PEOPLE);

        CountDownLatch begun = new CountDownLatch(BEFORE_THE_FIRST_KILL);
        ExecutorService participants = Executors.newFixedThreadPool(2);
        List<Future<?>> answering = new ArrayList<>();
        tokens.forEach(token -> answering.add(participants.submit(() -> {
            answerUntilAccepted(token);
            begun.countDown();
        })));
        begun.await();
        TheStack.stack().kill(Service.ANALYTICS);
        TheStack.stack().killBroker();
        TheStack.stack().kill(Service.SURVEY);
        TheStack.stack().restart(Service.SURVEY);
        TheStack.stack().restartBroker();
        TheStack.stack().restart(Service.ANALYTICS);
        for (Future<?> one : answering) {
            one.get();
        }
        participants.shutdown();

        Eventually.assertThat(() -> {
            JsonNode report = TheStack.report(STUDY);
            assertThat(TheStack.figure(report, "workshops", "responded", "count"))
                    .contains(String.valueOf(PEOPLE));
        });
        JsonNode report = TheStack.report(STUDY);
        assertThat(TheStack.figure(report, "gains", "communication", "n")).contains(String.valueOf(PEOPLE));
        assertThat(TheStack.figure(report, "gains", "communication", "n_positive"))
                .contains(String.valueOf(PEOPLE));
        assertThat(Database.count(Service.SURVEY, "select count(*) from outbox"))
                .isZero();
        assertThat(Database.count(Service.ANALYTICS, "select count(*) from dead_letter"))
                .isZero();
    }

    /** As a person does whose page did not answer: the same sitting is sent again. */
    private static void answerUntilAccepted(String token) {
        Answer[] sitting = new Answer[1];
        Eventually.assertThat(() -> {
            try {
                if (sitting[0] == null) {
                    sitting[0] = Answer.to(token).improved();
                }
                Response answer = sitting[0].send();
                assertThat(answer.statusCode()).isIn(200, 201);
            } catch (Exception away) {
                throw new AssertionError("survey-service is away", away);
            }
        });
    }

    private static void declareStudy(String institution) {
        Demonstrated.Person evaluator = TheStack.demonstrated().users().get("evaluator");
        String subject = TheStack.as("admin." + evaluator.institution(), evaluator.institution(), Service.IDENTITY)
                .get("/identity/v1/institutions/" + evaluator.institution() + "/members")
                .jsonPath()
                .getString("find { it.username == '" + evaluator.username() + "' }.subject");
        TheStack.asOperator(Service.ANALYTICS)
                .contentType("application/json")
                .body(Map.of(
                        "key",
                        STUDY,
                        "title",
                        "Answers given while things fail",
                        "inclusion",
                        Map.of(
                                "curricula",
                                List.of("entering-mentoring"),
                                "minimumMinutes",
                                240,
                                "audiences",
                                List.of("mentor"),
                                "instruments",
                                List.of(Map.of("key", "mentorship-evaluation", "version", "1.0.0"))),
                        "population",
                        "consented",
                        "team",
                        List.of(subject),
                        "tables",
                        Map.of(
                                "workshops",
                                List.of(Map.of("row", "responded", "count", "responded")),
                                "gains",
                                List.of("communication"))))
                .post("/analytics/v1/studies")
                .then()
                .statusCode(201);
        TheStack.as("admin." + institution, institution, Service.ANALYTICS)
                .contentType("application/json")
                .body(Map.of("agreement", "1"))
                .post("/analytics/v1/studies/" + STUDY + "/participation")
                .then()
                .statusCode(org.hamcrest.Matchers.isOneOf(200, 201));
    }
}
