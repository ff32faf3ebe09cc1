package org.mentoringcommons.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Keycloak as tests see it: whether it is there, what is in it, what its tokens say. */
public final class Keycloak {

    private static final String REALM = "/realms/mentoring-commons";

    private Keycloak() {}

    /** From now on no call reaches it. */
    public static void goesAway() {
        goesAwayAfter(-1);
    }

    /** It answers that many calls, carries out one more without answering, and is away from then on. */
    public static void goesAwayAfter(int answers) {
        given().get(setting("test.gate.url") + "/gate/away-after?" + answers)
                .then()
                .statusCode(204);
    }

    public static void isBack() {
        given().get(setting("test.gate.url") + "/gate/open").then().statusCode(204);
    }

    /** The administration calls since last asked. */
    public static List<String> calls() {
        return given().get(setting("test.gate.url") + "/gate/calls")
                .asString()
                .lines()
                .toList();
    }

    /** What an access token of a person says, who speaks for an institution, or for none if the alias is null. */
    public static JsonPath tokenOf(String username, String password, String alias) {
        return claims(passwordGrant(username, password, alias));
    }

    public static Response passwordGrant(String username, String password, String alias) {
        return token(
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "demo",
                        "client_secret",
                        setting("test.keycloak.demo-secret"),
                        "username",
                        username,
                        "password",
                        password),
                alias);
    }

    public static JsonPath tokenOfClient(String clientId, String secret, String alias) {
        return claims(clientGrant(clientId, secret, alias));
    }

    public static Response clientGrant(String clientId, String secret, String alias) {
        return token(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret), alias);
    }

    /** A token request by a client that signs (private_key_jwt). */
    public static Response signedGrant(String clientId, java.security.PrivateKey key, String kid, String alias) {
        String assertion = io.smallrye.jwt.build.Jwt.issuer(clientId)
                .subject(clientId)
                .audience(setting("test.keycloak.url") + REALM)
                .claim("jti", java.util.UUID.randomUUID().toString())
                .expiresIn(60)
                .jws()
                .keyId(kid)
                .algorithm(
                        "EC".equals(key.getAlgorithm())
                                ? io.smallrye.jwt.algorithm.SignatureAlgorithm.ES256
                                : io.smallrye.jwt.algorithm.SignatureAlgorithm.RS256)
                .sign(key);
        return token(
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        clientId,
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        assertion),
                alias);
    }

    public static JsonPath tokenOfSurveyService(String alias) {
        return tokenOfClient("survey-service-" + alias, setting("test.keycloak.survey-secret"), alias);
    }

    /** Where it is, past the gate. */
    public static String url() {
        return setting("test.keycloak.url");
    }

    /** Ids of all organizations with this alias. */
    public static List<String> organizations(String alias) {
        return admin("/organizations?max=1000").getList("findAll { it.alias == '" + alias + "' }.id");
    }

    public static JsonPath admin(String path) {
        Response answer = given().auth()
                .oauth2(clientGrant("provisioning", setting("PROVISIONING_CLIENT_SECRET"), null)
                        .jsonPath()
                        .getString("access_token"))
                .get(setting("test.keycloak.url") + "/admin" + REALM + path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    /** Changes something there as somebody else would, past the service. */
    public static void change(String path, Consumer<ObjectNode> how) {
        try {
            ObjectNode found = (ObjectNode)
                    new ObjectMapper().readTree(asAdministrator().get(url(path)).asString());
            how.accept(found);
            assertThat(asAdministrator().body(found.toString()).put(url(path)).statusCode())
                    .isEqualTo(204);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** Makes something there, past the service. */
    public static void post(String path, String body) {
        assertThat(asAdministrator().body(body).post(url(path)).statusCode()).isEqualTo(201);
    }

    public static void put(String path) {
        assertThat(asAdministrator().put(url(path)).statusCode()).isEqualTo(204);
    }

    public static void delete(String path) {
        assertThat(asAdministrator().delete(url(path)).statusCode()).isEqualTo(204);
    }

    private static RequestSpecification asAdministrator() {
        return given().auth()
                .oauth2(clientGrant("provisioning", setting("PROVISIONING_CLIENT_SECRET"), null)
                        .jsonPath()
                        .getString("access_token"))
                .contentType("application/json");
    }

    private static String url(String path) {
        return setting("test.keycloak.url") + "/admin" + REALM + path;
    }

    private static Response token(Map<String, String> grant, String alias) {
        return given().formParams(grant)
                .formParams(alias == null ? Map.of() : Map.of("scope", "organization:" + alias))
                .post(setting("test.keycloak.url") + REALM + "/protocol/openid-connect/token");
    }

    public static JsonPath claims(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        String payload = answer.jsonPath().getString("access_token").split("\\.")[1];
        return new JsonPath(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
