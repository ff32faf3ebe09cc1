package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
        Studies.declare(STUDY, institution);
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
        assertThat(answering).as("answers still to come").anyMatch(one -> !one.isDone());
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
        Eventually.assertThat(() -> assertThat(Database.count(Service.SURVEY, "select count(*) from outbox"))
                .isZero());
        Log.awaitRead(Service.ANALYTICS); // a repetition that comes late must have come, too
        JsonNode report = TheStack.report(STUDY);
        assertThat(TheStack.figure(report, "workshops", "responded", "count")).contains(String.valueOf(PEOPLE));
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
}
