package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.deploy.local.Service;

/** Somebody with an account, who keeps worksheets at an institution. */
record Participant(String username, String institution) {

    private static final String WORKSHEETS = "/curriculum/v1/worksheets";
    private static final List<String> CLAUSES =
            List.of("aims", "contact", "roles", "work", "growth", "trust", "disagreement");

    /** A newcomer, who has opened their worksheets once. */
    static Participant at(String institution) {
        String username = "participant-" + Long.toString(System.nanoTime(), 36);
        TheStack.as("admin." + institution, institution, Service.IDENTITY)
                .contentType("application/json")
                .body(Map.of(
                        "username",
                        username,
                        "email",
                        username + "@people.example",
                        "firstName",
                        "A",
                        "lastName",
                        "Participant",
                        "password",
                        TheStack.running().password(username),
                        "roles",
                        List.of("participant")))
                .post("/identity/v1/institutions/" + institution + "/members")
                .then()
                .statusCode(201);
        Participant participant = new Participant(username, institution);
        participant.calls().get(WORKSHEETS).then().statusCode(200);
        return participant;
    }

    String token() {
        return TheStack.running().token(username, Optional.of(institution));
    }

    RequestSpecification calls() {
        return given().baseUri(TheStack.stack().url(Service.CURRICULUM).toString())
                .auth()
                .oauth2(token())
                .contentType("application/json");
    }

    /** The id of an agreement of the starter curricula, filled in. */
    String filledAgreement() {
        TheStack.asOperator(Service.CURRICULUM)
                .put("/curriculum/v1/starter")
                .then()
                .statusCode(200);
        Map<String, String> clauses = new HashMap<>();
        CLAUSES.forEach(clause -> clauses.put(clause, "As we said."));
        return calls().body(Map.of(
                        "curriculum",
                        "mentoring-with-care",
                        "version",
                        "1.0.0",
                        "worksheet",
                        "mentoring-agreement",
                        "answers",
                        Map.of("clauses", clauses)))
                .post(WORKSHEETS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The id of an agreement proposed to somebody. */
    String proposes(String sheet, Participant partner) {
        return calls().body(Map.of("with", partner.username(), "sheet", sheet, "version", 1))
                .post("/curriculum/v1/agreements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
