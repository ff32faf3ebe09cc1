package org.mentoringcommons.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class ShippedRealmTest {
    private final JsonNode realm = shipped();

    @Test
    void noClientTakesAUserNameAndAPassword() {
        List<String> open = new ArrayList<>();
        for (JsonNode client : realm.get("clients")) {
            // the default of a missing value is Keycloak's, not ours
            if (!client.has("directAccessGrantsEnabled")
                    || client.get("directAccessGrantsEnabled").asBoolean()) {
                open.add(client.get("clientId").asText());
            }
        }
        assertThat(open).isEmpty();
        assertThat(realm.get("clients").findValuesAsText("clientId"))
                .as("Keycloak adds admin-cli with direct grants unless it is listed")
                .contains("admin-cli");
    }

    @Test
    void everySecretIsAPlaceholderWithoutADefault() {
        List<String> secrets = new ArrayList<>();
        walk(realm, "", (name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.equals("secret") || lower.equals("secretdata") || lower.equals("privatekey")) {
                secrets.add(value.asText());
            }
        });
        assertThat(secrets).hasSize(2).allMatch(secret -> secret.matches("\\$\\{[A-Z_]+}"));
    }

    @Test
    void nobodyAndNoKeyIsShippedButTheServiceAccounts() {
        assertThat(realm.get("users").findValuesAsText("username"))
                .containsExactlyInAnyOrder("service-account-provisioning", "service-account-survey-service");
        assertThat(realm.findValues("credentials")).isEmpty();
        assertThat(realm.has("components")).as("keys and user stores").isFalse();
    }

    @Test
    void noPersonCanBeGivenARealmManagementRoleByDefault() {
        for (JsonNode user : realm.get("users")) {
            if (!user.get("username").asText().equals("service-account-provisioning")) {
                assertThat(user.has("clientRoles")).isFalse();
            }
        }
        assertThat(realm.has("defaultRoles")).isFalse();
        assertThat(realm.has("defaultRole")).isFalse();
    }

    @Test
    void aBrowserIsOnlyEverSentBackToAnExactAddress() {
        List<String> addresses = new ArrayList<>();
        for (JsonNode client : realm.get("clients")) {
            client.path("redirectUris").forEach(address -> addresses.add(address.asText()));
            client.path("webOrigins").forEach(address -> addresses.add(address.asText()));
            assertThat(client.path("implicitFlowEnabled").asBoolean(true)).isFalse();
        }
        assertThat(addresses).isNotEmpty().noneMatch(address -> address.contains("*") || address.equals("+"));
    }

    @Test
    void everyClientWithoutASecretMustProveItselfByPkce() {
        JsonNode policy = realm.at("/clientPolicies/policies/0");
        assertThat(policy.get("enabled").asBoolean()).isTrue();
        assertThat(policy.at("/conditions/0/configuration/type/0").asText()).isEqualTo("public");
        assertThat(realm.at("/clientProfiles/profiles/0/executors").findValuesAsText("executor"))
                .contains("pkce-enforcer", "reject-ropc-grant", "reject-implicit-grant");
    }

    @Test
    void tokensAreShortLivedAndGuessingIsSlowedDown() {
        assertThat(realm.get("accessTokenLifespan").asInt()).isLessThanOrEqualTo(300);
        assertThat(realm.get("ssoSessionMaxLifespan").asInt()).isLessThanOrEqualTo(8 * 3600);
        assertThat(realm.get("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("passwordPolicy").asText()).contains("length(12)", "notUsername", "notEmail");
        assertThat(realm.get("registrationAllowed").asBoolean()).isFalse();
        assertThat(realm.get("duplicateEmailsAllowed").asBoolean()).isFalse();
    }

    private static void walk(JsonNode node, String name, BiConsumer<String, JsonNode> visit) {
        visit.accept(name, node);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            walk(entry.getValue(), entry.getKey(), visit);
        }
        if (node.isArray()) {
            node.forEach(element -> walk(element, "", visit));
        }
    }

    private static JsonNode shipped() {
        try (InputStream file =
                Keycloak.class.getResourceAsStream("/org/mentoringcommons/realm/mentoring-commons.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
