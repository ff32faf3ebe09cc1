package org.mentoringcommons.deploy.acceptance;

import java.util.List;
import java.util.Map;
import org.mentoringcommons.deploy.local.Demonstrated;
import org.mentoringcommons.deploy.local.Service;

/** Studies that a test declares itself, of a curriculum that the published evaluation is not about. */
final class Studies {

    private Studies() {}

    /** Declares a study that the institution joins and whose report the demonstration's evaluator may read. */
    static void declare(String key, String institution) {
        Demonstrated.Person evaluator = TheStack.demonstrated().users().get("evaluator");
        String subject = TheStack.as("admin." + evaluator.institution(), evaluator.institution(), Service.IDENTITY)
                .get("/identity/v1/institutions/" + evaluator.institution() + "/members")
                .jsonPath()
                .getString("find { it.username == '" + evaluator.username() + "' }.subject");
        TheStack.asOperator(Service.ANALYTICS)
                .contentType("application/json")
                .body(Map.of(
                        "key",
                        key,
                        "title",
                        "A test's own",
                        "purpose",
                        "to see whether it works",
                        "agreement",
                        "The consented answers are shared with the study's team.",
                        "ahead",
                        true,
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
                                List.of(
                                        Map.of("row", "responded", "count", "responded"),
                                        Map.of("row", "consented", "count", "consented")),
                                "gains",
                                List.of("communication"))))
                .post("/analytics/v1/studies")
                .then()
                .statusCode(201);
        TheStack.as("admin." + institution, institution, Service.ANALYTICS)
                .contentType("application/json")
                .body(Map.of("agreement", 1))
                .post("/analytics/v1/studies/" + key + "/participation")
                .then()
                .statusCode(org.hamcrest.Matchers.isOneOf(200, 201));
    }
}
