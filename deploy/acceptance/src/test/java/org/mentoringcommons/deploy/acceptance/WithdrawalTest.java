package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** A withdrawal by receipt reaches the study's report by exactly that answer, as the protocol's policy says. */
@ExtendWith(TheStack.class)
class WithdrawalTest {

    @Test
    void destroyed_answers_leave_the_study_s_report_and_no_row_of_them_is_left() {
        Asked asked = new Asked(6, "destroy");
        String receipt = asked.answer(0);
        String another = asked.answer(1);
        asked.expectResponded("2");
        int release = Studies.release(asked.study);
        String late = asked.answer(2);
        asked.expectResponded("3");

        JsonNode proof = asked.withdraw(receipt);

        asked.expectResponded("2");
        assertThat(asked.figure("gains", "communication", "n")).hasValue("2");
        assertThat(outcome(proof, "answers")).isEqualTo("destroyed");
        assertThat(proof.get("number").asText()).isEqualTo(asked.protocol);
        assertThat(releases(asked, receipt))
                .as("somebody came since")
                .isEqualTo("[{\"number\":" + release + ",\"title\":\"A test's own\",\"address\":\""
                        + TheStack.stack().url(Service.ANALYTICS) + "/analytics/v1/releases/" + release
                        + "\",\"holding\":\"possible\"}]");
        assertThat(outcome(asked.withdraw(receipt), "counts")).isEqualTo("destroyed");
        int later = Studies.release(asked.study);
        assertThat(releases(asked, another)).contains("\"number\":" + release, "\"number\":" + later, "counted");
        JsonNode known = asked.withdraw(another);
        Log.publishAgain("withdrawn-answers");
        Log.publishAgain("responses");
        Log.awaitRead(Service.ANALYTICS);
        Log.awaitRead(Service.SURVEY);
        assertThat(asked.withdraw(another)).isEqualTo(known);
        assertThat(releases(asked, late)).contains("\"number\":" + later);
        assertThat(Database.count(
                        Service.SURVEY,
                        "select count(*) from awaited_answer a join withdrawal w on w.id = a.withdrawal"
                                + " join protocol p on p.id = w.protocol where p.number = '" + asked.protocol + "'"))
                .as("nothing leads from the withdrawals to the answers")
                .isZero();
    }

    /** What the proof names once all is known. */
    private static String releases(Asked asked, String receipt) {
        JsonNode[] proof = new JsonNode[1];
        Eventually.assertThat(() -> {
            proof[0] = asked.withdraw(receipt);
            assertThat(proof[0].get("releasesKnown").asText()).isEqualTo("all");
        });
        return proof[0].get("releases").toString();
    }

    @Test
    void excluded_answers_leave_the_study_s_report() {
        Asked asked = new Asked(11, "exclude");
        asked.answer(0);
        String receipt = asked.answer(1);
        asked.expectResponded("2");

        JsonNode proof = asked.withdraw(receipt);

        asked.expectResponded("1");
        assertThat(outcome(proof, "answers")).isEqualTo("set-aside");
        assertThat(outcome(proof, "participation")).isEqualTo("ended");
        assertThat(releases(asked, receipt)).as("nothing was released").isEqualTo("[]");
    }

    @Test
    void retained_answers_stay_in_the_study_s_report() {
        Asked asked = new Asked(12, "retain");
        String receipt = asked.answer(0);
        asked.answer(1);
        asked.expectResponded("2");

        JsonNode proof = asked.withdraw(receipt);
        asked.answer(2);

        asked.expectResponded("3"); // had the withdrawal taken one away, there would never be three
        assertThat(outcome(proof, "answers")).isEqualTo("kept");
        assertThat(proof.get("releasesKnown").asText()).isEqualTo("in-use");
        assertThat(outcome(proof, "participation")).isEqualTo("ended");
    }

    private static String outcome(JsonNode proof, String thing) {
        for (JsonNode effect : proof.get("effects")) {
            if (effect.get("thing").asText().equals(thing)) {
                return effect.get("outcome").asText();
            }
        }
        throw new AssertionError("nothing about " + thing + " in " + proof);
    }

    /** Three people asked after a workshop under a protocol with this policy, and a study about them. */
    private static final class Asked {

        private final String institution;
        private final String study;
        private final String protocol;
        private final List<String> tokens;

        Asked(int number, String policy) {
            institution = TheStack.institutions().get(number);
            study = "withdrawal-" + policy;
            protocol = "TEST-" + policy;
            Protocols.approved(institution, protocol, policy, 7); // newer than the demonstration's
            Studies.declare(study, institution);
            tokens =
                    Workshops.tokens(institution, Workshops.deliver(institution, "entering-mentoring", "mentor", 3), 3);
        }

        /** Tells the receipt. */
        String answer(int person) {
            Response kept = Answer.to(tokens.get(person)).improved().send();
            kept.then().statusCode(201);
            return kept.path("receipt");
        }

        JsonNode withdraw(String receipt) {
            Response done = given().baseUri(TheStack.stack().url(Service.SURVEY).toString())
                    .contentType("application/json")
                    .body(Map.of("institution", institution, "receipt", receipt))
                    .post("/survey/v1/withdrawals");
            done.then().statusCode(org.hamcrest.Matchers.isOneOf(200, 201));
            return TheStack.json(done.asString());
        }

        void expectResponded(String people) {
            Eventually.assertThat(
                    () -> assertThat(figure("workshops", "responded", "count")).hasValue(people));
        }

        Optional<String> figure(String section, String row, String measure) {
            return TheStack.figure(TheStack.report(study), section, row, measure);
        }
    }
}
