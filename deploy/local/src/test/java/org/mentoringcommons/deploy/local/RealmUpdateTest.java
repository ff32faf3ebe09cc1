package org.mentoringcommons.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A realm that an earlier release has left, here made by taking things away from today's. */
@Order(4)
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealmUpdateTest {

    private Stack stack;
    private RealmCalls realm;
    private String token;

    @BeforeAll
    void anAdministrator(Stack shared) {
        stack = shared;
        String password = stack.secrets().password("keycloak.admin");
        realm = new RealmCalls(stack.running().keycloak(), RealmAdministration.ADMIN, password);
        token = Tokens.of(Web.form(
                stack.running().keycloak().resolve("/realms/master/protocol/openid-connect/token"),
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", password)));
    }

    @Test
    void whatAnEarlierReleaseDidNotHaveIsMadeAndWhatOthersMadeStays() {
        String provisioning = client("provisioning");
        String management = client("realm-management");
        String account = realm.get("/clients/" + provisioning + "/service-account-user")
                .get("id")
                .asText();
        String held = "/users/" + account + "/role-mappings/clients/" + management;
        delete(held, Web.JSON.createArrayNode().add(role(management, "view-events")));
        delete("/roles/analyst", null);
        delete("/clients/" + client("portal-web"), null);
        delete("/clients/" + client("survey-service") + "/optional-client-scopes/" + scope("organization"), null);
        JsonNode audience =
                realm.get("/client-scopes/" + scope("mentoring-commons")).at("/protocolMappers/0");
        delete(
                "/client-scopes/" + scope("mentoring-commons") + "/protocol-mappers/models/"
                        + audience.get("id").asText(),
                null);
        realm.put("", RealmCalls.object().put("accessTokenLifespan", 3600));
        realm.put("/client-policies/policies", RealmCalls.object().set("policies", Web.JSON.createArrayNode()));
        realm.create("/roles", RealmCalls.object().put("name", "somebody-else-s"));
        JsonNode before = realm.get("/users/" + account);

        prepare();
        prepare();

        assertThat(realm.get(held).findValuesAsText("name")).contains("view-events", "manage-identity-providers");
        assertThat(realm.get("/roles?max=1000").findValuesAsText("name")).contains("analyst", "somebody-else-s");
        assertThat(realm.one("/clients?clientId=portal-web")
                        .at("/redirectUris/0")
                        .asText())
                .isEqualTo("http://localhost:8090/signed-in");
        assertThat(realm.one("/clients?clientId=survey-service").path("optionalClientScopes"))
                .extracting(JsonNode::asText)
                .contains("organization");
        assertThat(realm.get("/client-scopes/" + scope("mentoring-commons"))
                        .at("/protocolMappers/0/config/included.custom.audience")
                        .asText())
                .isEqualTo("mentoring-commons");
        assertThat(realm.get("").get("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(realm.get("/client-policies/policies").at("/policies/0/name").asText())
                .isEqualTo("browser-clients");
        assertThat(realm.get("/users/" + account)).isEqualTo(before);
        assertThat(stack.secrets().password("client.provisioning"))
                .isEqualTo(realm.one("/clients?clientId=provisioning")
                        .get("secret")
                        .asText());
    }

    private void prepare() {
        new RealmAdministration(stack.running().keycloak(), stack.secrets())
                .prepare(
                        Keycloak.shippedRealm(),
                        Map.of(),
                        stack.settings().ports().smtp());
    }

    private String client(String clientId) {
        return realm.one("/clients?clientId=" + clientId).get("id").asText();
    }

    private JsonNode role(String client, String name) {
        return realm.get("/clients/" + client + "/roles/" + name);
    }

    private String scope(String name) {
        for (JsonNode scope : realm.get("/client-scopes")) {
            if (scope.get("name").asText().equals(name)) {
                return scope.get("id").asText();
            }
        }
        throw new AssertionError("no scope " + name);
    }

    private void delete(String path, JsonNode body) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(
                                            stack.running().keycloak() + "/admin/realms/" + Keycloak.REALM + path))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .method(
                                            "DELETE",
                                            HttpRequest.BodyPublishers.ofString(body == null ? "" : body.toString()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(204);
        } catch (java.io.IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }
}
