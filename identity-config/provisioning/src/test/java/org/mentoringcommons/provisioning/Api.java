package org.mentoringcommons.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Our interface as one caller sees it, and well-formed requests to vary. */
public final class Api {

    /** Good for everybody in tests. */
    public static final String PASSWORD = "seven-green-boats-42";

    private static final String IDENTITY = "/identity/v1";

    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final String token;

    private final Map<String, String> headers;

    private Api(String token, Map<String, String> headers) {
        this.token = token;
        this.headers = headers;
    }

    public static Api as(String token) {
        return new Api(token, Map.of());
    }

    /** The same caller, whose next requests are meant for what had this ETag. */
    public Api ifMatch(String etag) {
        return new Api(token, Map.of("If-Match", etag));
    }

    /** A name nobody has used, also in earlier runs: Keycloak outlives them. */
    public static String fresh(String word) {
        return word + "-" + RUN + "-" + NAMES.incrementAndGet();
    }

    public static Api operator() {
        return as(Token.platform(Roles.PLATFORM_OPERATOR));
    }

    public static Api hubAdministrator(String subject) {
        return as(Token.of(subject).onThePlatform(Roles.HUB_ADMIN).sign());
    }

    public static Api institutionAdministrator(String organization) {
        return as(Token.member(new Tenant(organization), Roles.INSTITUTION_ADMIN));
    }

    public Response post(String path, Object body) {
        return given().auth()
                .oauth2(token)
                .headers(headers)
                .contentType("application/json")
                .body(body)
                .post(IDENTITY + path);
    }

    /** The same request again is the same request. */
    public Response post(String path, String idempotencyKey, Object body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", idempotencyKey)
                .contentType("application/json")
                .body(body)
                .post(IDENTITY + path);
    }

    public Response postCsv(String path, byte[] file) {
        return given().auth().oauth2(token).contentType("text/csv").body(file).post(IDENTITY + path);
    }

    public Response put(String path, Object body) {
        return given().auth()
                .oauth2(token)
                .headers(headers)
                .contentType("application/json")
                .body(body)
                .put(IDENTITY + path);
    }

    public Response get(String path) {
        return given().auth().oauth2(token).get(IDENTITY + path);
    }

    public Response getAs(String type, String path) {
        return given().auth().oauth2(token).accept(type).get(IDENTITY + path);
    }

    public Response delete(String path) {
        return given().auth().oauth2(token).headers(headers).delete(IDENTITY + path);
    }

    /** A change that is meant for what had this ETag. */
    public Response putIfMatch(String path, String etag, Object body) {
        return given().auth()
                .oauth2(token)
                .header("If-Match", etag)
                .contentType("application/json")
                .body(body)
                .put(IDENTITY + path);
    }

    /** A hub, opened by an operator unless it is there. */
    public static String hub(String key) {
        assertThat(operator()
                        .post("/hubs", Map.of("key", key, "name", "Hub " + key))
                        .statusCode())
                .isIn(201, 409);
        return key;
    }

    /** A new administrator of a hub. */
    public static Api administratorOf(String hub) {
        return hubAdministrator(made(operator().post("/hubs/" + hub + "/administrators", person(fresh("hub-admin"))))
                .getString("subject"));
    }

    /** An active institution of hub "midwest" with administrator {@code admin.<alias>}. */
    public static JsonPath institution(String alias) {
        return made(operator().post("/institutions", newInstitution(alias, hub("midwest"))));
    }

    public static Map<String, Object> newInstitution(String alias, String hub) {
        Map<String, Object> institution = new LinkedHashMap<>();
        institution.put("alias", alias);
        institution.put("name", "University of " + alias);
        institution.put("hub", hub);
        institution.put("kind", "institution");
        institution.put("timeZone", "America/Chicago");
        institution.put("domains", List.of(alias + ".example"));
        institution.put("administrator", person("admin." + alias));
        return institution;
    }

    /** All that a hub may change of an institution, as {@link #newInstitution} has it. */
    public static Map<String, Object> changed(String alias) {
        Map<String, Object> institution = newInstitution(alias, "any");
        institution.keySet().retainAll(Set.of("name", "kind", "timeZone", "domains"));
        return institution;
    }

    public static Map<String, Object> person(String username) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("username", username);
        person.put("email", username + "@people.example");
        person.put("firstName", "Given");
        person.put("lastName", "Family");
        person.put("password", PASSWORD);
        return person;
    }

    public static Map<String, Object> person(String username, String... roles) {
        return with(person(username), "roles", List.of(roles));
    }

    public static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    public static JsonPath made(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath();
    }
}
