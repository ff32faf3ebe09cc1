package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** Whoever steals every database, the topics and all logs does not learn who gave which answer. */
@ExtendWith(TheStack.class)
class AnonymityTest {

    private static final int PEOPLE = 24;

    @Test
    void a_thief_of_everything_that_is_stored_finds_nobody_s_answer() {
        String institution = TheStack.institutions().get(5);
        String webhook = Webhooks.at(institution, "http://127.0.0.1:9/" + UUID.randomUUID(), "wave.answered")
                .path("id");
        String workshop = Workshops.deliver(institution, "entering-mentoring", "mentor", PEOPLE);
        List<String> tokens = new ArrayList<>(Workshops.tokens(institution, workshop, PEOPLE));
        Map<String, Set<String>> people = people(institution, workshop);
        pair(institution, workshop, List.copyOf(people.keySet()));
        Map<String, String> personByToken = new LinkedHashMap<>();
        people.forEach((person, handles) ->
                tokens.stream().filter(handles::contains).forEach(token -> personByToken.put(token, person)));
        Collections.shuffle(tokens);

        Map<String, String> truth = new LinkedHashMap<>(); // in the order of sending
        for (String token : tokens) {
            save(token);
            Response sent = Answer.to(token).improved().send();
            sent.then().statusCode(201);
            truth.put(personByToken.get(token), answerOf(sent.path("receipt")));
            if (truth.size() % 8 == 0) { // a portal is told how many, also while people answer
                countNow();
            }
        }
        String counts = "select count(*) from webhook_message where webhook = '" + webhook + "'";
        Eventually.assertThat(() -> {
            countNow(); // counting may begin after the last of them: webhooks are told first that it has opened
            assertThat(Database.count(Service.SURVEY, counts)).isPositive();
        });

        Log.awaitRead(Service.ANALYTICS);
        List<Relation> stolen = new ArrayList<>(Dump.of(Path.of("target", "stack")));

        assertThat(truth.values()).doesNotHaveDuplicates().hasSize(PEOPLE);
        assertThat(stolen)
                .extracting(Relation::name)
                .contains(
                        "survey.invitation",
                        "survey.response",
                        "survey.paired",
                        "survey.webhook_message",
                        "topic responses");
        JoinAttack.Guess best = new JoinAttack(stolen, people, truth.values()).best(truth);
        assertThat(best.right(truth)).as(best.how()).isLessThan(JoinAttackTest.BY_CHANCE);

        TheStack.asPortal(institution, Service.SURVEY)
                .delete("/survey/v1/webhooks/" + webhook)
                .then()
                .statusCode(204);

        // the same thief, where only the order of sending had been kept beside people
        stolen.add(Relation.of(
                "what must not be",
                truth.keySet().stream()
                        .map(person -> Map.of("participant", person))
                        .toList()));
        assertThat(new JoinAttack(stolen, people, truth.values()).best(truth).right(truth))
                .isEqualTo(PEOPLE);
    }

    private static void countNow() {
        Database.execute(Service.SURVEY, "update wave_task set due_at = now() where task = 'COUNT'");
    }

    /** Everybody invited, with what is known of them outside: id, link, name and address. */
    private static Map<String, Set<String>> people(String institution, String workshop) {
        Map<String, Set<String>> people = new LinkedHashMap<>();
        String wave = TheStack.asPortal(institution, Service.SURVEY)
                .get("/survey/v1/waves?workshop=" + workshop)
                .path("[0].id");
        JsonPath invitations = TheStack.asPortal(institution, Service.SURVEY)
                .get("/survey/v1/waves/" + wave + "/invitations?limit=500")
                .jsonPath();
        for (int index = 0; index < invitations.getList("token").size(); index++) {
            String person = invitations.getString("participant[" + index + "]");
            people.put(person, new LinkedHashSet<>(List.of(person, invitations.getString("token[" + index + "]"))));
        }
        Database.names(
                        Service.CURRICULUM,
                        "select id || ' ' || email from participant where workshop = '" + workshop + "'")
                .forEach(row -> people.get(row.split(" ")[0]).add(row.split(" ")[1]));
        return people;
    }

    /** The first half of them mentors the second. */
    private static void pair(String institution, String workshop, List<String> people) {
        String protocol = TheStack.asPortal(institution, Service.SURVEY)
                .get("/survey/v1/waves?workshop=" + workshop)
                .path("[0].protocol");
        TheStack.asPortal(institution, Service.SURVEY)
                .contentType("application/json")
                .body(Map.of(
                        "pairs",
                        IntStream.range(0, PEOPLE / 2)
                                .mapToObj(place ->
                                        Map.of("mentor", people.get(place), "mentee", people.get(place + PEOPLE / 2)))
                                .toList()))
                .post("/survey/v1/protocols/" + protocol + "/pairs")
                .then()
                .statusCode(201);
    }

    private static void save(String token) {
        RestAssured.given()
                .baseUri(TheStack.stack().url(Service.SURVEY).toString())
                .contentType("application/json")
                .body(Map.of("revision", 0, "consentVersion", "1", "answers", Map.of()))
                .put("/survey/v1/forms/" + token + "/draft")
                .then()
                .statusCode(200);
    }

    private static String answerOf(String receipt) {
        return Database.names(
                        Service.SURVEY, "select id from response where receipt_hash = sha256('" + receipt + "'::bytea)")
                .get(0);
    }
}
