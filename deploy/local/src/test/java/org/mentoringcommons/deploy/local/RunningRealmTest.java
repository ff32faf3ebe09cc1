package org.mentoringcommons.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The claim that tenancy is built on, from the real Keycloak with the shipped realm. */
@Order(3)
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningRealmTest {
    private static final String ANN = "ann";

    private Stack stack;
    private String provisioning;
    private String north;
    private String south;

    @BeforeAll
    void twoInstitutionsAndAPersonInBoth(Stack shared) {
        stack = shared;
        provisioning = clientToken("provisioning", stack.secrets().password("client.provisioning"), null);
        north = institution("north");
        south = institution("south");
        String ann = created(
                "/users",
                """
                {"username":"ann","enabled":true,"email":"ann@north.example","firstName":"Ann","lastName":"Lee",
                 "credentials":[{"type":"password","value":"%s"}]}"""
                        .formatted(stack.running().password(ANN)));
        join(north, "facilitator", ann);
        join(south, "evaluator", ann);
    }

    @Test
    void aTokenForOneInstitutionCarriesItsIdAndThePersonsRolesThere() {
        JsonNode claims = claims(stack.running().token(ANN, Optional.of("north")));

        assertThat(claims.at("/organization").properties()).hasSize(1);
        assertThat(claims.at("/organization/north/id").asText()).isEqualTo(north);
        assertThat(texts(claims.at("/organization/north/realm_access/roles"))).containsExactly("facilitator");
        assertThat(texts(claims.at("/realm_access/roles"))).doesNotContain("facilitator", "evaluator");
        assertThat(texts(claims.at("/aud"))).contains("mentoring-commons");
        assertThat(claims.at("/preferred_username").asText()).isEqualTo(ANN);
        assertThat(claims.at("/name").asText()).isEqualTo("Ann Lee");
        assertThat(claims.has("email"))
                .as("an address is nobody's business but its owner's")
                .isFalse();
        // Keycloak reads the clock once for each of the two, and a second may begin in between
        assertThat(claims.at("/exp").asLong() - claims.at("/iat").asLong()).isBetween(300L, 301L);
    }

    @Test
    void withoutSayingWhichAPersonInTwoInstitutionsSpeaksForNone() {
        String token = personToken("organization");

        assertThat(claims(token).at("/organization").isObject()).isTrue();
        assertThat(claims(token).at("/organization").properties()).isEmpty();
        assertThat(claims(personToken("profile")).has("organization")).isFalse();
    }

    @Test
    void aPortalsOwnAccountSpeaksForItsInstitution() {
        String client = created(
                "/clients",
                """
                {"clientId":"portal-north","enabled":true,"publicClient":false,"serviceAccountsEnabled":true,
                 "standardFlowEnabled":false,"directAccessGrantsEnabled":false,
                 "defaultClientScopes":["basic","profile","roles","service_account","mentoring-commons"],
                 "optionalClientScopes":["organization"]}""");
        String account =
                get("/clients/" + client + "/service-account-user").get("id").asText();
        join(north, "portal", account);
        stack.running()
                .keepPortalSecret(
                        "portal-north",
                        get("/clients/" + client + "/client-secret")
                                .get("value")
                                .asText());

        JsonNode claims = claims(stack.running().portalToken("portal-north", "north"));

        assertThat(claims.at("/organization/north/id").asText()).isEqualTo(north);
        assertThat(texts(claims.at("/organization/north/realm_access/roles"))).containsExactly("portal");
        assertThat(texts(claims.at("/aud"))).contains("mentoring-commons");
    }

    @Test
    void surveyServiceSpeaksForAnInstitutionThatHasMadeItAMember() {
        String account = get("/users?exact=true&username=service-account-survey-service")
                .at("/0/id")
                .asText();
        join(south, "roster-reader", account);
        String secret = stack.secrets().password("client.survey-service");

        JsonNode member = claims(clientToken("survey-service", secret, "organization:south"));
        JsonNode stranger = claims(clientToken("survey-service", secret, "organization:north"));

        assertThat(texts(member.at("/organization/south/realm_access/roles"))).containsExactly("roster-reader");
        assertThat(stranger.has("organization")).isFalse();
    }

    @Test
    void theFirstOperatorHasThePlatformRoleAndSpeaksForNoInstitution() {
        JsonNode claims = claims(stack.running().token(stack.running().operator(), Optional.empty()));

        assertThat(texts(claims.at("/realm_access/roles"))).contains("platform-operator");
        assertThat(claims.has("organization")).isFalse();
    }

    @Test
    void onlyThisMachinesDemoClientTakesAPassword() {
        List<String> open = new ArrayList<>();
        get("/clients?max=200").forEach(client -> {
            if (client.get("directAccessGrantsEnabled").asBoolean()) {
                open.add(client.get("clientId").asText());
            }
        });
        assertThat(open).containsExactly("demo");
    }

    @Test
    void noTokenOfAnotherClientIsMeantForTheServices() {
        assertThat(get("/default-default-client-scopes").findValuesAsText("name"))
                .as("what a client gets that says nothing")
                .contains("basic")
                .doesNotContain("mentoring-commons", "organization");
        for (JsonNode client : get("/clients?max=200")) {
            String id = client.get("clientId").asText();
            if (!List.of("survey-service", "portal-web", "demo", "portal-north").contains(id)) {
                assertThat(texts(client.get("defaultClientScopes"))).as(id).doesNotContain("mentoring-commons");
                assertThat(texts(client.get("optionalClientScopes"))).as(id).doesNotContain("mentoring-commons");
            }
        }
    }

    private String institution(String alias) {
        return created("/organizations", "{\"name\":\"%s\",\"alias\":\"%s\",\"enabled\":true}".formatted(alias, alias));
    }

    private void join(String organization, String role, String user) {
        String path = "/organizations/" + organization;
        String group = created(path + "/groups", "{\"name\":\"%s\"}".formatted(role));
        post(path + "/groups/" + group + "/role-mappings/realm", "[" + get("/roles/" + role) + "]");
        post(path + "/members", "\"" + user + "\"");
        HttpResponse<String> joined =
                Web.send(HttpRequest.newBuilder(address(path + "/groups/" + group + "/members/" + user))
                        .header("Authorization", "Bearer " + provisioning)
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .build());
        assertThat(joined.statusCode()).isEqualTo(204);
    }

    private String created(String path, String body) {
        String location = post(path, body).headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> post(String path, String body) {
        try {
            HttpResponse<String> response = Web.send(Web.post(address(path), provisioning, Web.JSON.readTree(body)));
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 204);
            return response;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private JsonNode get(String path) {
        return Web.json(Web.send(Web.get(address(path), provisioning)));
    }

    private URI address(String path) {
        return stack.running().keycloak().resolve("/admin/realms/mentoring-commons" + path);
    }

    private String personToken(String scope) {
        return Tokens.of(Web.form(
                tokens(),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "demo",
                        "client_secret",
                        stack.secrets().password("client.demo"),
                        "username",
                        ANN,
                        "password",
                        stack.running().password(ANN),
                        "scope",
                        scope)));
    }

    private String clientToken(String client, String secret, String scope) {
        Map<String, String> fields =
                new HashMap<>(Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
        if (scope != null) {
            fields.put("scope", scope);
        }
        return Tokens.of(Web.form(tokens(), fields));
    }

    private URI tokens() {
        return stack.running().keycloak().resolve("/realms/mentoring-commons/protocol/openid-connect/token");
    }

    private static JsonNode claims(String token) {
        try {
            return Web.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** {@code aud} is a plain text when there is only one. */
    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
