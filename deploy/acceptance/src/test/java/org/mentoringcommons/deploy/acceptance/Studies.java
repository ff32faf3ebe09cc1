package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.isOneOf;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.deploy.local.Demonstrated;
import org.mentoringcommons.deploy.local.Service;

/** Studies that a test declares itself, of a curriculum that the published evaluation is not about. */
final class Studies {

    private static final String SECOND_OF_THE_TEAM = "coder.two";

    private Studies() {}

    /** A release made by two of the team, which may show nothing; its number. */
    static int release(String key) {
        Demonstrated.Person evaluator = TheStack.demonstrated().users().get("evaluator");
        String study = "/analytics/v1/studies/" + key;
        TheStack.asOperator(Service.ANALYTICS)
                .put(study + "/team/" + subject(SECOND_OF_THE_TEAM, evaluator.institution()))
                .then()
                .statusCode(204);
        String draft = as(evaluator.username())
                .body(Map.of("purpose", "to be read"))
                .post(study + "/releases")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        step(evaluator.username(), draft, "computation");
        Eventually.assertThat(
                () -> assertThat(as(evaluator.username()).get(path(draft)).<String>path("state"))
                        .isEqualTo("audited"));
        step(SECOND_OF_THE_TEAM, draft, "approval");
        return step(evaluator.username(), draft, "freezing").path("number");
    }

    private static Response step(String person, String draft, String step) {
        String state = as(person).get(path(draft)).header("ETag");
        Response done = as(person).header("If-Match", state).post(path(draft) + "/" + step);
        done.then().statusCode(isOneOf(200, 201, 202));
        return done;
    }

    private static String path(String location) {
        return URI.create(location).getPath();
    }

    private static RequestSpecification as(String person) {
        return TheStack.as(
                        person, TheStack.demonstrated().users().get("evaluator").institution(), Service.ANALYTICS)
                .contentType("application/json");
    }

    private static String subject(String username, String institution) {
        return TheStack.as("admin." + institution, institution, Service.IDENTITY)
                .get("/identity/v1/institutions/" + institution + "/members")
                .jsonPath()
                .getString("find { it.username == '" + username + "' }.subject");
    }

    /** Declares a study that the institution joins and whose report the demonstration's evaluator may read. */
    static void declare(String key, String institution) {
        Demonstrated.Person evaluator = TheStack.demonstrated().users().get("evaluator");
        String subject = subject(evaluator.username(), evaluator.institution());
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
                .statusCode(isOneOf(200, 201));
    }
}
