package org.mentoringcommons.provisioning.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Keycloak;

/** Portals that sign, and pages where people sign in. */
@QuarkusTest
class PortalAccessTest {

    private static final Map<String, Object> CAMPUS = Map.of("name", "Campus", "roles", List.of("portal"));

    private final String alias = Api.fresh("lakeside");
    private final String portals = "/institutions/" + alias + "/portals";

    @AfterEach
    void keycloakIsBack() {
        Keycloak.isBack();
    }

    @Test
    void a_portal_with_keys_signs_in_by_signing_and_with_no_other_key() throws Exception {
        Api.institution(alias);
        KeyPair key = keyPair();
        Response made = Api.operator()
                .post(portals, Map.of("name", "Campus", "roles", List.of("portal"), "keys", Map.of("pem", pem(key))));
        String clientId = Api.made(made).getString("clientId");
        assertThat(made.jsonPath().getString("clientSecret")).isNull();
        String kid = Api.operator().get(portals + "/" + clientId).jsonPath().getString("keys[0]");

        Response token = Keycloak.signedGrant(clientId, key.getPrivate(), kid, alias);

        assertThat(token.statusCode()).as(token.asString()).isEqualTo(200);
        assertThat(Keycloak.signedGrant(clientId, keyPair().getPrivate(), kid, alias)
                        .jsonPath()
                        .getString("error"))
                .isEqualTo("invalid_client");
        assertThat(Keycloak.clientGrant(clientId, "", alias).statusCode()).isNotEqualTo(200);
    }

    @Test
    void keys_are_rotated_by_giving_both_and_then_the_new_alone() throws Exception {
        Api.institution(alias);
        KeyPair old = keyPair();
        KeyPair fresh = keyPair();
        String portal = portals + "/"
                + Api.made(Api.operator()
                                .post(
                                        portals,
                                        Map.of(
                                                "name",
                                                "Campus",
                                                "roles",
                                                List.of("portal"),
                                                "keys",
                                                Map.of("jwks", jwks(jwk("old", old))))))
                        .getString("clientId");
        String clientId = portal.substring(portal.lastIndexOf('/') + 1);

        Response both =
                Api.operator().put(portal + "/keys", Map.of("jwks", jwks(jwk("old", old), jwk("fresh", fresh))));

        assertThat(both.jsonPath().getList("keys")).as(both.asString()).containsExactly("old", "fresh");
        assertThat(Keycloak.signedGrant(clientId, old.getPrivate(), "old", alias)
                        .statusCode())
                .isEqualTo(200);
        assertThat(Keycloak.signedGrant(clientId, fresh.getPrivate(), "fresh", alias)
                        .statusCode())
                .isEqualTo(200);
        Api.operator().put(portal + "/keys", Map.of("jwks", jwks(jwk("fresh", fresh))));
        assertThat(Keycloak.signedGrant(clientId, old.getPrivate(), "old", alias)
                        .jsonPath()
                        .getString("error"))
                .isEqualTo("invalid_client");
        assertThat(Keycloak.signedGrant(clientId, fresh.getPrivate(), "fresh", alias)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void keys_that_are_none_to_sign_in_with_are_refused_naming_each() throws Exception {
        Api.institution(alias);
        KeyPair key = keyPair();
        Map<String, Object> good = jwk("good", key);
        Map<String, Object> leaked = Api.with(jwk("leaked", key), "d", "c2VjcmV0");
        Map<String, Object> nameless = Api.with(good, "kid", "");
        Map<String, Object> weak = Map.of("kty", "RSA", "kid", "weak", "e", "AQAB", "n", "c2hvcnQ");

        Response answer = Api.operator()
                .post(
                        portals,
                        Map.of(
                                "name",
                                "Campus",
                                "roles",
                                List.of("portal"),
                                "keys",
                                Map.of("jwks", jwks(good, leaked, nameless, weak))));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("violations.field"))
                .containsExactly("keys.jwks.keys[1]", "keys.jwks.keys[2]", "keys.jwks.keys[3]");
        assertThat(answer.asString()).doesNotContain("c2VjcmV0");
    }

    @Test
    void a_portal_s_pages_have_a_client_without_a_secret_that_sends_people_back_to_exactly_there() {
        Api.institution(alias);
        JsonPath portal = Api.made(Api.operator().post(portals, CAMPUS));
        String path = portals + "/" + portal.getString("clientId");

        Response answer = Api.operator()
                .put(path + "/front-end", Map.of("redirectUris", List.of("https://portal.example/signed-in")));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        String web = answer.jsonPath().getString("frontEnd");
        JsonPath client = Keycloak.admin("/clients?clientId=" + web);
        assertThat(client.getBoolean("[0].publicClient")).isTrue();
        assertThat(client.getBoolean("[0].directAccessGrantsEnabled")).isFalse();
        assertThat(client.getList("[0].redirectUris")).containsExactly("https://portal.example/signed-in");
        assertThat(client.getList("[0].webOrigins")).containsExactly("https://portal.example");
        assertThat(client.getString("[0].attributes.'pkce.code.challenge.method'"))
                .isEqualTo("S256");
        assertThat(Api.operator().delete(path + "/front-end").statusCode()).isEqualTo(204);
        assertThat(Keycloak.admin("/clients?clientId=" + web).getList("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.example/*",
                "http://portal.example/signed-in",
                "https://portal.example/in#part",
                "https://user@portal.example/in",
                "javascript:alert(1)",
                "https://portal.example/a/../b",
                "portal.example",
                ""
            })
    void an_address_that_is_not_one_page_over_tls_is_refused_naming_the_field(String address) {
        Api.institution(alias);
        JsonPath portal = Api.made(Api.operator().post(portals, CAMPUS));

        Response answer = Api.operator()
                .put(
                        portals + "/" + portal.getString("clientId") + "/front-end",
                        Map.of("redirectUris", List.of("https://portal.example/in", address)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("violations[0].field")).startsWith("redirectUris");
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static Map<String, Object> jwk(String kid, KeyPair key) {
        ECPublicKey open = (ECPublicKey) key.getPublic();
        return Map.of(
                "kty",
                "EC",
                "crv",
                "P-256",
                "kid",
                kid,
                "use",
                "sig",
                "alg",
                "ES256",
                "x",
                coordinate(open.getW().getAffineX()),
                "y",
                coordinate(open.getW().getAffineY()));
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int from = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, from, fixed, 32 - (bytes.length - from), bytes.length - from);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    @SafeVarargs
    private static Map<String, Object> jwks(Map<String, Object>... keys) {
        return Map.of("keys", List.of(keys));
    }
}
