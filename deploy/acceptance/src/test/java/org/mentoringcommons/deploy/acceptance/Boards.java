package org.mentoringcommons.deploy.acceptance;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.deploy.local.Service;

/** A board of a session that is going on. */
final class Boards {

    private Boards() {}

    /** The board and its links by the names that paths give them; the one of what goes on and on leads nowhere any more. */
    static Map<String, String> of(String institution) {
        JsonPath old = open(institution, "What do you need from your mentor?");
        JsonPath board = TheStack.as("facilitator." + institution, institution, Service.CURRICULUM)
                .post("/curriculum/v1/boards/" + old.getString("id") + "/links")
                .jsonPath();
        return Map.of(
                "board",
                board.getString("id"),
                "curriculum.b.token",
                lastPart(board.getString("writeAt")),
                "curriculum.desk.token",
                lastPart(board.getString("deskAt")),
                "curriculum.live.token",
                lastPart(old.getString("deskAt")));
    }

    static JsonPath open(String institution, String prompt) {
        String facilitator = "facilitator." + institution;
        String workshop = TheStack.as(facilitator, institution, Service.CURRICULUM)
                .contentType("application/json")
                .body(Map.of(
                        "name", "a test's own",
                        "curriculum", "entering-mentoring",
                        "version", "1.0.0",
                        "mode", "in_person",
                        "audience", "mentor",
                        "sessions",
                                List.of(Map.of(
                                        "startsAt",
                                        Instant.now().minus(1, ChronoUnit.HOURS).toString(),
                                        "minutes",
                                        1440))))
                .post("/curriculum/v1/workshops")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return TheStack.as(facilitator, institution, Service.CURRICULUM)
                .contentType("application/json")
                .body(Map.of("prompt", prompt))
                .post("/curriculum/v1/workshops/" + workshop + "/sessions/1/boards")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String lastPart(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
