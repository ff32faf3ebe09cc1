package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** A portal is told that a survey has opened, that people answer, and that its results are ready; no other portal is. */
@ExtendWith(TheStack.class)
class WebhooksTest {

    private static final int PEOPLE = 6;

    private final String institution = TheStack.institutions().get(9);

    @Test
    void a_portal_is_told_of_its_institutions_surveys_from_their_opening_to_their_results() {
        try (Endpoint ours = new Endpoint();
                Endpoint theirs = new Endpoint()) {
            String[] events = {
                "workshop.changed",
                "wave.opened",
                "wave.answered",
                "wave.closed",
                "results.ready",
                "institution.changed"
            };
            Response made = Webhooks.at(institution, ours.url(), events);
            Webhooks.at(TheStack.institutions().get(10), theirs.url(), events);

            String workshop = Workshops.deliver(institution, "entering-mentoring", "mentor", PEOPLE);
            JsonNode opened = ours.awaitMessage("wave.opened");
            String wave = Endpoint.payload(opened).at("/data/wave").asText();
            List<String> tokens = Workshops.tokens(institution, workshop, PEOPLE);
            tokens.subList(0, 5)
                    .forEach(token -> Answer.to(token).improved().send().then().statusCode(201));
            itIsTimeTo("COUNT", wave);
            JsonNode answered = ours.awaitMessage("wave.answered");
            close(wave);
            JsonNode ready = ours.awaitMessage("results.ready");

            assertThat(Endpoint.payload(opened).at("/data/workshop").asText()).isEqualTo(workshop);
            assertThat(Endpoint.payload(answered).at("/data/wave").asText()).isEqualTo(wave);
            assertThat(Endpoint.payload(answered).at("/data/responded").asInt()).isEqualTo(5);
            assertThat(Endpoint.payload(ours.awaitMessage("wave.closed"))
                            .at("/data/responded")
                            .asInt())
                    .isEqualTo(5);
            assertThat(Endpoint.payload(ready).at("/data/workshop").asText()).isEqualTo(workshop);
            assertThat(ours.messages("workshop.changed")).isNotEmpty();
            for (JsonNode message : List.of(opened, answered, ready)) {
                assertThat(Endpoint.isSigned(message, made.path("secret"))).isTrue();
                assertThat(message.toString()).doesNotContain("example").doesNotContain(tokens.get(0));
            }
            for (String event : events) {
                assertThat(theirs.messages(event)).as(event).isEmpty();
            }
            TheStack.asPortal(institution, Service.SURVEY)
                    .delete("/survey/v1/webhooks/" + made.path("id"))
                    .then()
                    .statusCode(204);
        }
    }

    private void close(String wave) {
        TheStack.as("admin." + institution, institution, Service.SURVEY)
                .contentType("application/json")
                .body(Map.of())
                .post("/survey/v1/waves/" + wave + "/closing")
                .then()
                .statusCode(200);
        itIsTimeTo("CLOSE", wave);
    }

    /** As far as the database's clock is concerned. */
    private static void itIsTimeTo(String task, String wave) {
        Database.execute(
                Service.SURVEY,
                "update wave_task set due_at = now() where wave = '" + wave + "' and task = '" + task + "'");
    }
}
