package org.mentoringcommons.provisioning.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;
import org.mentoringcommons.provisioning.reconciliation.Again;

@QuarkusTest
class PortalsTest {

    private static final Map<String, Object> CAMPUS = Map.of("name", "Campus", "roles", List.of("portal"));

    @Inject
    Again again;

    private final String alias = Api.fresh("lakeside");
    private final String portals = "/institutions/" + alias + "/portals";

    @AfterEach
    void keycloakIsBack() {
        Keycloak.isBack();
    }

    @Test
    void a_portal_speaks_for_its_institution_with_the_portal_s_role_and_nothing_else() {
        Api administrator = Api.institutionAdministrator(Api.institution(alias).getString("id"));

        Response answer = administrator.post(portals, CAMPUS);

        JsonPath portal = Api.made(answer);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        JsonPath token = Keycloak.tokenOfClient(portal.getString("clientId"), portal.getString("clientSecret"), alias);
        assertThat(token.getMap("organization")).containsOnlyKeys(alias);
        assertThat(token.getList("organization.'" + alias + "'.realm_access.roles"))
                .containsExactly("portal");
        assertThat(token.getList("aud")).contains("mentoring-commons");
    }

    @Test
    void a_portal_cannot_speak_for_another_institution() {
        String other = Api.fresh("hilltop");
        Api.institution(alias);
        Api.institution(other);
        JsonPath portal = Api.made(Api.operator().post(portals, CAMPUS));

        JsonPath token = Keycloak.tokenOfClient(portal.getString("clientId"), portal.getString("clientSecret"), other);

        assertThat(token.getMap("")).doesNotContainKey("organization");
    }

    @Test
    void the_secret_is_shown_once_and_kept_by_nobody_but_keycloak() {
        Api.institution(alias);
        JsonPath portal = Api.made(Api.operator().post(portals, CAMPUS));

        Response list = Api.operator().get(portals);

        assertThat(list.jsonPath().getList("clientId")).containsExactly(portal.getString("clientId"));
        assertThat(list.asString()).doesNotContain(portal.getString("clientSecret"));
        assertThat(Database.texts("select portal::text from portal where client_id = ?", portal.getString("clientId")))
                .singleElement()
                .asString()
                .doesNotContain(portal.getString("clientSecret"));
    }

    @Test
    void no_portal_is_made_while_keycloak_is_away() {
        Api.institution(alias);
        Keycloak.goesAway();

        Response answer = Api.operator().post(portals, CAMPUS);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("type")).endsWith("keycloak-away");
        assertThat(Api.operator().get(portals).jsonPath().getList("clientId")).isEmpty();
    }

    @Test
    void roles_other_than_a_portal_s_are_refused_naming_the_field() {
        Api.institution(alias);

        Response answer = Api.operator().post(portals, Map.of("name", "Campus", "roles", List.of("institution-admin")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("violations[0].field")).startsWith("roles");
    }

    @Test
    void a_portal_holds_just_the_roles_given_of_those_a_machine_may_hold() {
        Api.institution(alias);

        JsonPath portal =
                Api.made(Api.operator().post(portals, Map.of("name", "Reports", "roles", List.of("evaluator"))));

        assertThat(rolesOf(portal)).containsExactly("evaluator");
        Response changed = Api.operator()
                .put(
                        portals + "/" + portal.getString("clientId"),
                        Map.of("name", "Both", "roles", List.of("portal", "facilitator")));
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(rolesOf(portal)).containsExactlyInAnyOrder("portal", "facilitator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"institution-admin", "participant", "roster-reader", "hub-admin", "platform-operator"})
    void a_role_that_no_machine_may_hold_is_refused_naming_the_field(String role) {
        Api.institution(alias);

        Response answer = Api.operator().post(portals, Map.of("name", "Campus", "roles", List.of("portal", role)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("violations[0].field")).startsWith("roles");
    }

    @Test
    void while_a_secret_is_rotated_the_old_and_the_new_are_good_and_after_the_overlap_the_new_alone() {
        Api.institution(alias);
        JsonPath old = Api.made(Api.operator().post(portals, CAMPUS));
        String portal = portals + "/" + old.getString("clientId");

        Response answer = Api.operator().post(portal + "/secrets", Map.of("overlap", "PT1H"));

        JsonPath fresh = Api.made(answer);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(rolesOf(old)).containsExactly("portal");
        assertThat(rolesOf(fresh)).containsExactly("portal");
        JsonPath seen = Api.operator().get(portal).jsonPath();
        assertThat(seen.getList("clients.clientId"))
                .containsExactly(old.getString("clientId"), fresh.getString("clientId"));
        assertThat(Duration.between(Instant.now(), Instant.parse(seen.getString("clients[0].endsAt"))))
                .isBetween(Duration.ofMinutes(58), Duration.ofMinutes(60));
        assertThat(seen.getString("clients[1].endsAt")).isNull();

        Database.update("update portal_client set ends_at = now() where client_id = ?", old.getString("clientId"));
        again.settle();

        assertThat(errorOf(old)).isEqualTo("invalid_client");
        assertThat(rolesOf(fresh)).containsExactly("portal");
        assertThat(Api.operator().get(portal).jsonPath().getList("clients.clientId"))
                .containsExactly(fresh.getString("clientId"));
    }

    @Test
    void a_secret_that_has_leaked_ends_at_once_without_an_overlap() {
        Api.institution(alias);
        JsonPath leaked = Api.made(Api.operator().post(portals, CAMPUS));
        String portal = portals + "/" + leaked.getString("clientId");

        JsonPath fresh = Api.made(Api.operator().post(portal + "/secrets", Map.of("overlap", "PT0S")));

        assertThat(errorOf(leaked)).isEqualTo("invalid_client");
        assertThat(rolesOf(fresh)).containsExactly("portal");
    }

    @Test
    void one_of_two_secrets_can_be_ended_early_and_the_last_cannot() {
        Api.institution(alias);
        JsonPath old = Api.made(Api.operator().post(portals, CAMPUS));
        String portal = portals + "/" + old.getString("clientId");
        JsonPath fresh = Api.made(Api.operator().post(portal + "/secrets", Map.of()));

        assertThat(Api.operator()
                        .delete(portal + "/secrets/" + old.getString("clientId"))
                        .statusCode())
                .isEqualTo(204);

        assertThat(errorOf(old)).isEqualTo("invalid_client");
        Response last = Api.operator().delete(portal + "/secrets/" + fresh.getString("clientId"));
        assertThat(last.statusCode()).isEqualTo(409);
        assertThat(last.jsonPath().getString("type")).endsWith("last-secret");
        assertThat(rolesOf(fresh)).containsExactly("portal");
    }

    @Test
    void a_rotation_whose_answer_is_lost_costs_nothing_and_its_client_is_withdrawn() {
        Api.institution(alias);
        JsonPath old = Api.made(Api.operator().post(portals, CAMPUS));
        String portal = portals + "/" + old.getString("clientId");
        for (int answers = 0; answers < 4; answers++) {
            Keycloak.goesAwayAfter(answers);
            Response lost = Api.operator().post(portal + "/secrets", Map.of("overlap", "PT0S"));
            assertThat(lost.statusCode()).as(lost.asString()).isEqualTo(503);
            Keycloak.isBack();
        }
        assertThat(rolesOf(old)).containsExactly("portal");

        Database.update(
                "update portal_client set requested_at = now() - interval '2 minutes' where portal = ?",
                old.getString("clientId"));
        again.settle();

        assertThat(Keycloak.admin("/clients?search=true&clientId=portal-" + alias)
                        .getList("clientId"))
                .containsExactly(old.getString("clientId"));
        assertThat(rolesOf(old)).containsExactly("portal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "-PT1H", "P31D", ""})
    void an_overlap_that_is_none_is_refused_naming_the_field(String overlap) {
        Api.institution(alias);
        JsonPath portal = Api.made(Api.operator().post(portals, CAMPUS));

        Response answer = Api.operator()
                .post(portals + "/" + portal.getString("clientId") + "/secrets", Map.of("overlap", overlap));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("overlap");
    }

    @Test
    void a_revoked_portal_gets_no_token_any_more_by_any_secret() {
        Api.institution(alias);
        JsonPath old = Api.made(Api.operator().post(portals, CAMPUS));
        String portal = portals + "/" + old.getString("clientId");
        JsonPath fresh = Api.made(Api.operator().post(portal + "/secrets", Map.of()));

        assertThat(Api.operator().delete(portal).statusCode()).isEqualTo(204);

        assertThat(errorOf(old)).isEqualTo("invalid_client");
        assertThat(errorOf(fresh)).isEqualTo("invalid_client");
        assertThat(Api.operator().get(portal).statusCode()).isEqualTo(404);
        assertThat(Api.operator().get(portals).jsonPath().getList("clientId")).isEmpty();
    }

    @Test
    void a_portal_revoked_while_keycloak_is_away_goes_when_it_is_back() {
        Api.institution(alias);
        JsonPath portal = Api.made(Api.operator().post(portals, CAMPUS));
        for (int answers = -1; answers < 1; answers++) {
            Keycloak.goesAwayAfter(answers);
            int status = Api.operator()
                    .delete(portals + "/" + portal.getString("clientId"))
                    .statusCode();
            assertThat(status).isIn(202, 404); // the second time it is revoked already
            Keycloak.isBack();
        }

        again.settle();

        assertThat(errorOf(portal)).isEqualTo("invalid_client");
        assertThat(Database.texts("select client_id from portal where institution = ?", alias))
                .isEmpty();
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

    @Test
    void another_institution_s_administrator_does_not_find_it() {
        Api.institution(alias);
        JsonPath portal = Api.made(Api.operator().post(portals, CAMPUS));
        String other = Api.fresh("hilltop");
        Api stranger = Api.institutionAdministrator(Api.institution(other).getString("id"));
        String clientId = portal.getString("clientId");

        for (String institution : List.of(alias, other)) {
            String path = "/institutions/" + institution + "/portals/" + clientId;
            assertThat(stranger.get(path).statusCode()).isEqualTo(404);
            assertThat(stranger.delete(path).statusCode()).isEqualTo(404);
            assertThat(stranger.post(path + "/secrets", Map.of()).statusCode()).isEqualTo(404);
            assertThat(stranger.put(path + "/front-end", Map.of("redirectUris", List.of("https://x.example/")))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(rolesOf(portal)).containsExactly("portal");
    }

    @Test
    void a_change_to_what_somebody_else_has_changed_since_is_refused() {
        Api.institution(alias);
        String portal =
                portals + "/" + Api.made(Api.operator().post(portals, CAMPUS)).getString("clientId");
        String seen = Api.operator().get(portal).header("ETag");
        Api.operator().put(portal, Map.of("name", "Renamed", "roles", List.of("portal")));

        assertThat(Api.operator().ifMatch(seen).delete(portal).statusCode()).isEqualTo(412);
        assertThat(Api.operator()
                        .ifMatch(Api.operator().get(portal).header("ETag"))
                        .delete(portal)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void what_is_done_to_a_portal_is_on_record() {
        Api.institution(alias);
        String clientId = Api.made(Api.operator().post(portals, CAMPUS)).getString("clientId");
        Api.made(Api.operator().post(portals + "/" + clientId + "/secrets", Map.of()));
        Api.operator().delete(portals + "/" + clientId);

        assertThat(Database.texts("select action from deed where key = ? order by id", clientId))
                .containsExactly("portal.made", "portal.secret-rotated", "portal.revoked");
    }

    private List<String> rolesOf(JsonPath portal) {
        return Keycloak.tokenOfClient(portal.getString("clientId"), portal.getString("clientSecret"), alias)
                .getList("organization.'" + alias + "'.realm_access.roles");
    }

    private String errorOf(JsonPath portal) {
        return Keycloak.clientGrant(portal.getString("clientId"), portal.getString("clientSecret"), alias)
                .jsonPath()
                .getString("error");
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
