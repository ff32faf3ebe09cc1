package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mentoringcommons.deploy.local.Service;

/** Workshops that a test delivers itself, beside those of the demonstration. */
final class Workshops {

    private Workshops() {}

    /** Delivers a workshop of four hours with people who were all there; returns its id. */
    static String deliver(String institution, String curriculum, String audience, int people) {
        return deliverPlanned(institution, planned(institution, curriculum, audience), people);
    }

    /** The same of people with these addresses, by their numbers from 1. */
    static String deliver(String institution, String curriculum, int people, IntFunction<String> address) {
        return deliverPlanned(institution, planned(institution, curriculum, "mentor"), people, address);
    }

    private static String planned(String institution, String curriculum, String audience) {
        return TheStack.as("facilitator." + institution, institution, Service.CURRICULUM)
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        "a test's own",
                        "curriculum",
                        curriculum,
                        "version",
                        "1.0.0",
                        "mode",
                        "in_person",
                        "audience",
                        audience,
                        "certificateMinutes",
                        240,
                        "sessions",
                        List.of(Map.of(
                                "startsAt",
                                Instant.now().minus(1, ChronoUnit.DAYS).toString(),
                                "minutes",
                                240))))
                .post("/curriculum/v1/workshops")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The same of one that is planned already, of a single session; returns its id. */
    static String deliverPlanned(String institution, String id, int people) {
        return deliverPlanned(institution, id, people, number -> address(institution, number));
    }

    private static String deliverPlanned(String institution, String id, int people, IntFunction<String> address) {
        String facilitator = "facilitator." + institution;
        List<String> participants = enrol(institution, id, people, address);
        TheStack.as(facilitator, institution, Service.CURRICULUM)
                .contentType("application/json")
                .body(Map.of("participants", participants))
                .put("/curriculum/v1/workshops/" + id + "/sessions/1/attendance")
                .then()
                .statusCode(200);
        TheStack.as(facilitator, institution, Service.CURRICULUM)
                .contentType("application/json")
                .post("/curriculum/v1/workshops/" + id + "/deliver")
                .then()
                .statusCode(200);
        return id;
    }

    /** As {@link #deliver}, and somebody has answered for research, and its wave is over. */
    static void answeredAndOver(String institution) {
        String workshop = deliver(institution, "entering-mentoring", "mentor", 1);
        Answer.to(tokens(institution, workshop, 1).get(0))
                .improved()
                .send()
                .then()
                .statusCode(201);
        closeWaves("workshop = '" + workshop + "'", institution);
    }

    /** Closes waves of an institution, as if the minute after their last were over, too. */
    static void closeWaves(String which, String institution) {
        String open = "from wave where " + which + " and final_responded is null and opens_at <= now()";
        List<String> waves = Database.names(Service.SURVEY, "select id " + open);
        waves.forEach(wave -> TheStack.as("coder.one", institution, Service.SURVEY)
                .post("/survey/v1/waves/" + wave + "/closing")
                .then()
                .statusCode(200));
        Database.execute(
                Service.SURVEY,
                "update wave_task set due_at = now() where task = 'CLOSE' and institution = '"
                        + TheStack.tenant(institution) + "' and wave in (select id " + open + ")");
        Eventually.assertThat(() -> assertThat(Database.count(Service.SURVEY, "select count(*) " + open))
                .isZero());
    }

    static String address(String institution, int number) {
        return "test." + number + "@" + institution + ".example";
    }

    static List<String> enrol(String institution, String workshop, int people) {
        return enrol(institution, workshop, people, number -> address(institution, number));
    }

    private static List<String> enrol(String institution, String workshop, int people, IntFunction<String> address) {
        String roster = "name,email\n"
                + IntStream.rangeClosed(1, people)
                        .mapToObj(number -> "Test Person " + number + "," + address.apply(number))
                        .collect(Collectors.joining("\n"));
        return TheStack.as("facilitator." + institution, institution, Service.CURRICULUM)
                .contentType("text/csv; charset=UTF-8")
                .body(roster)
                .put("/curriculum/v1/workshops/" + workshop + "/roster")
                .then()
                .statusCode(200)
                .extract()
                .path("participants.id");
    }

    /** The tokens of all invitations of a workshop, once there are that many. */
    static List<String> tokens(String institution, String workshop, int people) {
        JsonPath[] invitations = new JsonPath[1];
        Eventually.assertThat(() -> {
            List<String> waves = TheStack.asPortal(institution, Service.SURVEY)
                    .get("/survey/v1/waves?workshop=" + workshop)
                    .then()
                    .extract()
                    .path("id");
            assertThat(waves).hasSize(1);
            invitations[0] = TheStack.asPortal(institution, Service.SURVEY)
                    .get("/survey/v1/waves/" + waves.get(0) + "/invitations?limit=500")
                    .jsonPath();
            assertThat(invitations[0].getList("token")).hasSize(people);
        });
        return invitations[0].getList("token", String.class);
    }
}
