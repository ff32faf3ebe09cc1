package org.mentoringcommons.deploy.acceptance;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.deploy.local.Service;

/** What an institution's teaching leaves behind: a certificate, somebody who teaches, and a programme. */
final class Taught {

    private Taught() {}

    /** The things, by the names that paths give them. */
    static Map<String, String> of(String institution, String workshop) {
        JsonPath earned = TheStack.asPortal(institution, Service.CURRICULUM)
                .get("/curriculum/v1/workshops/" + workshop + "/certificates")
                .jsonPath();
        return Map.of(
                "curriculum.participant",
                earned.getString("[0].participant"),
                "curriculum.token",
                earned.getString("[0].code"),
                "facilitator",
                facilitator(institution),
                "programme",
                programme(institution));
    }

    /** Offered to nobody. */
    private static String facilitator(String institution) {
        return TheStack.asPortal(institution, Service.CURRICULUM)
                .contentType("application/json")
                .body(Map.of(
                        "name", "Of Ours", "email", "of.ours@people.example", "offered", false, "trainings", List.of()))
                .post("/curriculum/v1/facilitators")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String programme(String institution) {
        return TheStack.asPortal(institution, Service.CURRICULUM)
                .contentType("application/json")
                .body(Map.of(
                        "requirements",
                        List.of(Map.of("year", 1, "audience", "mentee", "minutes", 240)),
                        "members",
                        List.of()))
                .put("/curriculum/v1/programmes/isolated")
                .then()
                .statusCode(200)
                .extract()
                .path("programme");
    }
}
