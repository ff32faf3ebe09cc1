package org.mentoringcommons.curriculum;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** The service as one caller uses it; the steps that other steps need are one call each. */
public record Api(String token) {

    public static final String WORKSHOPS = "/curriculum/v1/workshops";
    public static final String CURRICULA = "/curriculum/v1/curricula";

    public static Api facilitatorOf(Tenant institution) {
        return new Api(Token.member(institution, Roles.FACILITATOR));
    }

    public static Api operator() {
        return new Api(Token.platform(Roles.PLATFORM_OPERATOR));
    }

    public RequestSpecification call() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public Response post(String path, Object body) {
        return call().body(body).post(path);
    }

    public Response put(String path, Object body) {
        return call().body(body).put(path);
    }

    public Response roster(String workshop, String csv) {
        return roster(workshop, csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public Response roster(String workshop, byte[] csv) {
        return given().auth()
                .oauth2(token)
                .contentType("text/csv")
                .body(csv)
                .put(WORKSHOPS + "/" + workshop + "/roster");
    }

    public Response attend(String workshop, int session, List<String> participants) {
        return put(
                WORKSHOPS + "/" + workshop + "/sessions/" + session + "/attendance",
                Map.of("participants", participants));
    }

    /** Announces a curriculum and publishes its version 1 with the modules communication and expectations. */
    public static String publishedCurriculum() {
        String key = "curriculum-" + UUID.randomUUID();
        drafted(key);
        operator()
                .post(CURRICULA + "/" + key + "/versions/1/publish", "")
                .then()
                .statusCode(200);
        return key;
    }

    public static void drafted(String key) {
        operator()
                .post(CURRICULA, Map.of("key", key, "title", "Mentoring", "audience", "mentee"))
                .then()
                .statusCode(201);
        operator()
                .post(CURRICULA + "/" + key + "/versions", version(List.of("communication", "expectations")))
                .then()
                .statusCode(201);
    }

    public static Map<String, Object> version(List<String> modules) {
        return Map.of(
                "version",
                "1",
                "modules",
                modules.stream()
                        .map(module -> Map.of("key", module, "title", module, "minutes", 60, "required", true))
                        .toList());
    }

    public static Map<String, Object> workshop(String curriculum, Object... sessions) {
        return Map.of(
                "name",
                "Spring cohort",
                "curriculum",
                curriculum,
                "version",
                "1",
                "mode",
                "in_person",
                "audience",
                "mentee",
                "sessions",
                sessions);
    }

    public static Map<String, Object> session(Instant startsAt, int minutes) {
        return Map.of("startsAt", startsAt.toString(), "minutes", minutes);
    }

    /** Two sessions of two hours, yesterday and the day before. */
    public String plannedInThePast() {
        Instant now = Instant.now();
        return planned(workshop(
                publishedCurriculum(),
                session(now.minus(Duration.ofDays(2)), 120),
                session(now.minus(Duration.ofDays(1)), 120)));
    }

    public String planned(Map<String, Object> workshop) {
        return post(WORKSHOPS, workshop).then().statusCode(201).extract().path("id");
    }
}
